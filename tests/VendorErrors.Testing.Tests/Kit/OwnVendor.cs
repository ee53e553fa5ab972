using VendorErrors.Definitions;

namespace VendorErrors.Testing.Tests.Kit;

/// <summary>A vendor that somebody defines outside of this library; it honors an idempotency key.</summary>
internal static class OwnVendor
{
    public const string KeyHeader = "Idempotency-Key";

    public static Vendor Acme { get; } = new("test-voice", "Test Voice", new VendorDefinition
    {
        IdempotencyKeyHeader = KeyHeader,
        Envelopes = [new Envelope("result", Condition.Has("result")) { Code = ["result"], Message = ["text"] }],
        Codes =
        [
            new CodeSection(new SourceDocument("Error codes", "docs.acme.example/errors"), Basis.Documented,
            [
                new("0", "OK", VendorOutcome.Success),
                new("17", "Busy", ErrorCategory.ConcurrencyLimited) { Wait = TimeSpan.FromSeconds(5) },
                new("30", "Broken", ErrorCategory.VendorInternal),
                new("40", "Warned", VendorOutcome.SuccessWithWarning),
            ]),
        ],
    });
}
