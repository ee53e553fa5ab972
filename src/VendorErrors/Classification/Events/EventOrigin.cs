namespace VendorErrors.Classification.Events;

/// <summary>What is known of the body that an event was in.</summary>
/// <param name="IsWhole">Whether it was read to its end without a fault.</param>
/// <param name="HasDuplicates">Whether a member that is read comes twice in it.</param>
/// <param name="IsXml">Whether it was XML, where a list of one looks like what is no list.</param>
/// <param name="Digest">What a body is remembered by whose events have no ids.</param>
internal readonly record struct EventOrigin(bool IsWhole, bool HasDuplicates, bool IsXml, string Digest);
