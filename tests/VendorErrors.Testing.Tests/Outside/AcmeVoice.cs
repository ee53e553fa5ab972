using VendorErrors;
using VendorErrors.Definitions;

namespace Acme.Voice;

/// <summary>A vendor as somebody outside defines it.</summary>
public static class AcmeVoice
{
    private static readonly SourceDocument s_errors = new("Error codes", "docs.acme.example/errors");

    public static Vendor Vendor { get; } = new("test-voice", "Test Voice", new VendorDefinition
    {
        Envelopes =
        [
            new Envelope("batch", Condition.Has("results"))
            {
                Template = """{"results":[],"done":"{done}"}""",
                Items = new ItemShape("results") { Failed = Condition.Is("state", "failed"), Code = ["error"], Message = ["text"], Id = ["to"] },
            },
            new Envelope("result", Condition.Has("result"))
            {
                Template = """{"result":"0","text":"","traceId":"{id}"}""",
                FailureStatus = 200,
                Code = ["result"],
                Message = ["text"],
                CorrelationId = ["traceId"],
                Fields = [new FieldShape("fields") { Field = ["name"], Message = "text" }],
            },
        ],
        Codes =
        [
            new CodeSection(s_errors, Basis.Documented,
            [
                new("0", "OK", VendorOutcome.Success),
                new("17", "Busy", ErrorCategory.ConcurrencyLimited) { Wait = TimeSpan.FromSeconds(5), MaxRetryAttempts = 2 },
                new("21", "Bad number", ErrorCategory.InvalidDestination),
                new("21", "Bad number", ErrorCategory.SenderNotAllowed) { Operation = "PUT lines/*", Note = "There it is the caller ID." },
                new("900", "Our own fault", ErrorCategory.VendorInternal) { LastCode = "999" },
            ]),
        ],
        Operations = [new OperationRule("GET calls/redial", OperationSafety.NonIdempotentWrite)],
    });
}
