namespace VendorErrors.Testing.Composition;

/// <summary>Operations as <c>[METHOD ]path</c>.</summary>
internal static class Operations
{
    /// <summary>Method and path; a pattern's stars become an ordinary segment.</summary>
    internal static (string Method, string Path) Split(string operation)
    {
        int blank = operation.IndexOf(' ');
        string path = operation[(blank + 1)..].Replace('*', 'x');
        return (blank < 0 ? Composer.OrdinaryMethod : operation[..blank], path.Length > 0 && path[0] == '/' ? path : $"/v1/{path}");
    }
}
