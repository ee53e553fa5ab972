namespace VendorErrors.Build.Mutation;

/// <summary>A change of the code, and where in the library it is.</summary>
/// <param name="Id">Stryker's number, by which the change is switched on.</param>
/// <param name="File">Its path in the library, with forward slashes.</param>
/// <param name="Source">The line that it changes, with single spaces.</param>
internal sealed record Mutant(int Id, string File, int Line, string Source, string Replacement)
{
    /// <summary>The folder of the file.</summary>
    internal string Folder => File[..File.LastIndexOf('/')];
}
