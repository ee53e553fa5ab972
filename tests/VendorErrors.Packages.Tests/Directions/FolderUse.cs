namespace VendorErrors.Packages.Tests.Directions;

/// <summary>Code of one folder that uses a type of another.</summary>
/// <param name="From">The folder of the code.</param>
/// <param name="To">The folder of the type.</param>
/// <param name="User">The type or member that uses it.</param>
/// <param name="Used">The type.</param>
internal sealed record FolderUse(string From, string To, string User, string Used);
