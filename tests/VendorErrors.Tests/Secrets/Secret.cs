namespace VendorErrors.Tests.Secrets;

/// <summary>A secret that was made, as it is and as it is written into a text.</summary>
/// <param name="Kind">What it is, for a report.</param>
/// <param name="Plain">The secret in ASCII, or in its own alphabet where it has no other form.</param>
/// <param name="Written">The same in another alphabet, with other blanks and hyphens, and escaped.</param>
internal readonly record struct Secret(string Kind, string Plain, string Written);
