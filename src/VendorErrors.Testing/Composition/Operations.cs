using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>Operations as <c>[METHOD ]path</c>.</summary>
internal static class Operations
{
    /// <summary>Method and path; a pattern's stars become an ordinary segment.</summary>
    internal static (string Method, string Path) Split(string operation)
    {
        int at = OperationPattern.PathIn(operation);
        string path = operation[at..].Replace('*', 'x');
        return (at == 0 ? Composer.OrdinaryMethod : operation[..(at - 1)], path.Length > 0 && path[0] == '/' ? path : $"/v1/{path}");
    }
}
