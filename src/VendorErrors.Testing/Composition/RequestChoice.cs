using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>A request that an answer of a shape answers: one at the operation of row and shape, and of the shape's product.</summary>
internal static class RequestChoice
{
    private const string Below = "/**";

    // A host that is nobody's.
    private const string Elsewhere = "https://elsewhere.example";

    internal static (string Method, string Path) Of(VendorDefinition definition, Envelope envelope, string? operation)
    {
        VendorProduct? product = envelope.Product is null ? null : definition.Products.FirstOrDefault(known => string.Equals(known.Id, envelope.Product, StringComparison.Ordinal));
        return product is null || product.Operations.Count == 0 ? OutsideOf(definition.Products, Operations.Split(operation ?? $"{Composer.OrdinaryMethod} {Composer.OrdinaryPath}"))
            : product.Operations.Select(place => At(place, operation)).FirstOrDefault(request => request is not null) ?? At(product.Operations[0], operation: null)!.Value;
    }

    /// <summary>A path without a host may be at any product that is known by one.</summary>
    private static (string Method, string Path) OutsideOf(IReadOnlyList<VendorProduct> products, (string Method, string Path) request) =>
        products.Any(product => CompiledProduct.MayBeAt(CompiledProduct.Of(product.Id, products)!, request.Method, request.Path))
            ? (request.Method, $"{Elsewhere}{request.Path}")
            : request;

    /// <summary>A request at one place of a product; null where the operation is never there.</summary>
    internal static (string Method, string Path)? At(string place, string? operation)
    {
        int at = OperationPattern.PathIn(place);
        string method = at == 0 ? string.Empty : $"{place[..(at - 1)]} ";
        string path = place[at..].Trim('/');
        int slash = path.IndexOf('/');
        string first = slash < 0 ? path : path[..slash];
        bool hasHost = first.Contains('.');
        string host = hasHost ? $"https://{first.Replace('*', 'x')}" : string.Empty;
        string area = hasHost ? (slash < 0 ? string.Empty : path[(slash + 1)..]) : path;
        bool isBelow = area == "**" || area.EndsWith(Below, StringComparison.Ordinal);
        string fixedPart = area == "**" ? string.Empty : isBelow ? area[..^Below.Length] : area;
        foreach (string candidate in Candidates(fixedPart, isBelow, operation))
        {
            // The method of the operation, where it names one.
            (string askedMethod, string asked) = Operations.Split(operation is not null && OperationPattern.PathIn(operation) is var end and > 0 ? $"{operation[..end]}/{candidate}" : $"{method}/{candidate}");
            if (IsAt(area, method, askedMethod, asked) && (operation is null || new OperationPattern(operation).Matches(askedMethod, asked)))
            {
                return (askedMethod, $"{host}{asked}");
            }
        }

        return null;
    }

    private static IEnumerable<string> Candidates(string fixedPart, bool isBelow, string? operation)
    {
        string own = operation is null ? "resource" : operation[OperationPattern.PathIn(operation)..].Trim('/');
        return isBelow ? [own, $"{fixedPart}/{own}".TrimStart('/')] : [fixedPart, own];
    }

    private static bool IsAt(string area, string method, string askedMethod, string asked) =>
        area is "**" or "" ? method.Length == 0 || string.Equals(method.Trim(), askedMethod, StringComparison.OrdinalIgnoreCase) : new OperationArea($"{method}{area}").Matches(askedMethod, asked);
}
