using VendorErrors.Redaction;

namespace VendorErrors;

/// <summary>
/// What a request is, as far as sending it twice is concerned. <see cref="Vendor.Operation"/> makes one from method and path;
/// the caller can correct it with <see cref="WithSafety"/>. Immutable; the default value is a non-idempotent write.
/// </summary>
public readonly record struct VendorOperation
{
    internal VendorOperation(string? method, string? path, OperationSafety safety, OperationPurpose purpose)
    {
        Method = method;
        Path = path;
        Safety = safety;
        DefaultSafety = safety;
        Purpose = purpose;
    }

    /// <summary>The HTTP method, where known.</summary>
    public string? Method { get; }

    /// <summary>The request path, where known. May hold ids; a query in it is never looked at.</summary>
    public string? Path { get; }

    /// <summary>Whether it may be sent twice.</summary>
    public OperationSafety Safety { get; private init; }

    /// <summary>What the method and the vendor's definition say, before any correction by the caller.</summary>
    public OperationSafety DefaultSafety { get; private init; }

    /// <summary>Whether it creates or deletes.</summary>
    public OperationPurpose Purpose { get; }

    /// <summary>Whether the caller said how safe it is; a decision that would have been a no without that records it.</summary>
    public bool IsOverridden { get; private init; }

    /// <summary>The same request with the caller's own word on how safe it is.</summary>
    /// <param name="safety">How safe it is to send it twice.</param>
    public VendorOperation WithSafety(OperationSafety safety) => this with { Safety = safety, IsOverridden = true };

    /// <summary>Method, redacted path and safety, so it is safe to log.</summary>
    public override string ToString() => OneLine.Of($"{Method ?? "(no method)"} {(Path is null ? "(no path)" : Redactor.PathText(Path))}: {SnakeCase.Of(Safety)}");

    /// <summary>
    /// What the HTTP method alone says, after RFC 9110, section 9.2: GET, HEAD, OPTIONS and TRACE read, PUT and DELETE are idempotent,
    /// everything else, and a missing method, is a non-idempotent write.
    /// </summary>
    /// <param name="method">The HTTP method in any case; <see langword="null"/> where it is not known.</param>
    /// <param name="path">The request path, where known.</param>
    public static VendorOperation FromMethod(string? method, string? path = null) => method?.ToUpperInvariant() switch
    {
        "GET" or "HEAD" or "OPTIONS" or "TRACE" => new(method, path, OperationSafety.Read, OperationPurpose.Other),
        "PUT" => new(method, path, OperationSafety.Idempotent, OperationPurpose.Other),
        "DELETE" => new(method, path, OperationSafety.Idempotent, OperationPurpose.Delete),
        "POST" => new(method, path, OperationSafety.NonIdempotentWrite, OperationPurpose.Create),
        _ => new(method, path, OperationSafety.NonIdempotentWrite, OperationPurpose.Other),
    };
}
