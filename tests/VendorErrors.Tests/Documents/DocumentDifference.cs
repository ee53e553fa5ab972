namespace VendorErrors.Tests.Documents;

/// <summary>Where a list and a catalog say different things.</summary>
/// <param name="Key">Which row it is about, see <see cref="DocumentLine.Key"/>.</param>
/// <param name="Code">The code, or the range, as the list writes it.</param>
/// <param name="Text">What differs, in words.</param>
internal sealed record DocumentDifference(string Key, string Code, string Text);
