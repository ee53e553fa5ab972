using VendorErrors.Definitions;

namespace VendorErrors.Classification.Compiled;

/// <summary>Where a <see cref="VendorProduct"/> is: one of its operations, ready to be compared with a request.</summary>
internal sealed class CompiledProduct
{
    private const string Below = "/**";

    private readonly string? _method;
    private readonly string? _host;

    // Null where the host says all.
    private readonly OperationArea? _area;

    private CompiledProduct(string operation)
    {
        int start = OperationPattern.PathIn(operation);
        string path = operation[start..].TrimStart('/');
        int slash = path.IndexOf('/');
        string first = slash < 0 ? path : path[..slash];
        if (first.IndexOf('.') < 0)
        {
            _area = new OperationArea(operation);
            return;
        }

        _method = start == 0 ? null : operation[..(start - 1)];
        _host = first;
        string below = slash < 0 ? string.Empty : path[slash..];
        _area = below.Trim('/').Length == 0 || below == Below ? null : new OperationArea((_method is null ? string.Empty : _method + " ") + below.TrimStart('/'));
    }

    /// <summary>Where the product of an envelope is; null where the envelope is of any.</summary>
    public static CompiledProduct[]? Of(string? id, IReadOnlyList<VendorProduct> products)
    {
        for (var i = 0; id is not null && i < products.Count; i++)
        {
            if (string.Equals(products[i].Id, id, StringComparison.Ordinal))
            {
                var places = new CompiledProduct[products[i].Operations.Count];
                for (var j = 0; j < places.Length; j++)
                {
                    places[j] = new CompiledProduct(products[i].Operations[j]);
                }

                return places;
            }
        }

        return null;
    }

    /// <summary>Whether a request may be one to the product: nothing that is known of it says otherwise.</summary>
    public static bool MayBeAt(CompiledProduct[] places, string? method, string? path)
    {
        if (path is null || places.Length == 0)
        {
            return true;
        }

        ReadOnlySpan<char> host = HostOf(path, out int below);
        foreach (CompiledProduct place in places)
        {
            if (place.IsAt(method, host, path[below..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The host that an operation of a product names, with what is below it; the operation itself where it names none.</summary>
    internal static string WithoutHost(string operation)
    {
        var place = new CompiledProduct(operation);
        int host = place._host is null ? -1 : operation.IndexOf(place._host, StringComparison.Ordinal);
        return host < 0 ? operation : operation.Remove(host, place._host!.Length).Replace("  ", " ").Trim();
    }

    private bool IsAt(string? method, ReadOnlySpan<char> host, string path) =>
        (_host is null || host.IsEmpty || OperationPattern.SegmentMatches(_host.AsSpan(), host))
        && (_area is null ? OperationPattern.MethodMatches(_method, method) : _area.Matches(method, path));

    /// <summary>The host in a path that begins with one, without user and port; empty where it begins with none.</summary>
    private static ReadOnlySpan<char> HostOf(string path, out int below)
    {
        int query = path.IndexOfAny(['?', '#']);
        int scheme = path.IndexOf("://", StringComparison.Ordinal);
        int start = scheme >= 0 && (query < 0 || scheme < query) ? scheme + 3 : path.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        int slash = path.IndexOf('/', start);
        below = slash < 0 ? path.Length : slash;
        below = query >= 0 && query < below ? query : below;
        ReadOnlySpan<char> host = path.AsSpan(start, below - start);
        if (start == 0 && host.IndexOf('.') < 0)
        {
            below = 0;
            return default;
        }

        host = host[(host.LastIndexOf('@') + 1)..];
        int port = host.IndexOf(':');
        return port < 0 ? host : host[..port];
    }
}
