namespace VendorErrors.Testing.Events;

/// <summary>An event as it is sent.</summary>
/// <param name="Read">What it says.</param>
/// <param name="Body">Its body.</param>
/// <param name="ContentType">The media type of the body.</param>
/// <param name="Headers">Further headers.</param>
internal sealed record ComposedEvent(VendorEvent Read, string Body, string ContentType, IReadOnlyList<KeyValuePair<string, string>> Headers);
