namespace VendorErrors.Http.Tests.Proof;

/// <summary>A kind of request, with its safety as the issue and the vendors' manuals have it.</summary>
internal sealed record Operation(string Method, string Path, OperationSafety Safety)
{
    /// <summary>What the caller says about it; null where nothing.</summary>
    public OperationSafety? Override { get; init; }

    /// <summary>Whether the content is a stream that can be sent only once.</summary>
    public bool IsStreamed { get; init; }

    internal static IReadOnlyList<Operation> OfAny { get; } =
    [
        new("GET", "/v1/things/1", OperationSafety.Read),
        new("HEAD", "/v1/things/1", OperationSafety.Read),
        new("PUT", "/v1/things/1", OperationSafety.Idempotent),
        new("DELETE", "/v1/things/1", OperationSafety.Idempotent),
        new("POST", "/v1/things", OperationSafety.NonIdempotentWrite),
        new("POST", "/v1/things", OperationSafety.NonIdempotentWrite),
        new("PATCH", "/v1/things/1", OperationSafety.NonIdempotentWrite),
        new("POST", "/v1/things", OperationSafety.NonIdempotentWrite) { IsStreamed = true },
        new("PUT", "/v1/things/1", OperationSafety.Idempotent) { IsStreamed = true },
        new("GET", "/v1/things/dial", OperationSafety.NonIdempotentWrite) { Override = OperationSafety.NonIdempotentWrite },
        new("POST", "/v1/things", OperationSafety.IdempotencyKeyed) { Override = OperationSafety.IdempotencyKeyed },
        new("POST", "/v1/things/search", OperationSafety.Read) { Override = OperationSafety.Read },
        new("POST", "/v1/things/set", OperationSafety.Idempotent) { Override = OperationSafety.Idempotent },
    ];

    /// <summary>Where the vendor's API is; at the Yeastar every answer of it has an envelope.</summary>
    internal static string PrefixOf(Vendor vendor) => vendor == Vendor.YeastarPSeries ? "/openapi" : string.Empty;

    internal static Operation? OfVendor(Vendor vendor) => vendor.Id switch
    {
        "yeastar-p-series" => new("GET", "/v1.0/extension/delete", OperationSafety.NonIdempotentWrite),
        "talkdesk-dialer" => new("POST", "/Advanced%20Dialer/api/Customer/7/search", OperationSafety.Read),
        "dexatel" => new("GET", "/v1/verifications", OperationSafety.NonIdempotentWrite),
        "8x8-connect" => new("GET", "/api/v1/subaccounts/fx/sessions/1", OperationSafety.NonIdempotentWrite),
        _ => null,
    };
}
