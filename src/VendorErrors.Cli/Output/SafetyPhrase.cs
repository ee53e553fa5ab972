namespace VendorErrors.Cli.Output;

/// <summary>How safe a request is to send twice, in words for people.</summary>
internal static class SafetyPhrase
{
    internal static string Of(OperationSafety safety) => safety switch
    {
        OperationSafety.Read => "read",
        OperationSafety.Idempotent => "idempotent request",
        OperationSafety.IdempotencyKeyed => "write with an idempotency key",
        _ => "non-idempotent write",
    };

    internal static string WithArticle(OperationSafety safety) => $"{(safety == OperationSafety.Idempotent ? "an" : "a")} {Of(safety)}";
}
