namespace VendorErrors.Packages.Tests.Directions;

/// <summary>A folder of a library, and which others the code in it may use.</summary>
/// <param name="Folder">Its path below the project; empty for the files next to the project file.</param>
/// <param name="Holds">What it is for, as the page prints it.</param>
/// <param name="MayUse">The folders that its code may use.</param>
internal sealed record FolderRule(string Folder, string Holds, params string[] MayUse)
{
    /// <summary>The files next to the project file: the nouns that a user types.</summary>
    internal const string Root = "";

    /// <summary>Uses that break the direction and still have to go. A new one does not belong here.</summary>
    internal string[] StillUses { get; init; } = [];

    internal static string NameOf(string folder) => folder.Length == 0 ? "(root)" : folder + "/";
}
