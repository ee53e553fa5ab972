using VendorErrors.Definitions;

using static VendorErrors.ErrorCategory;

// A namespace of its own, in which Vendor is the stand-in below, so that the document's file compiles as it is printed.
namespace VendorErrors.Tests.Docs.VendorFile;

public sealed partial class Vendor
{
    /// <summary>Acme Voice: errors under HTTP 200, in the member <c>result</c>. Source: docs.acme.example/errors.</summary>
    public static Vendor AcmeVoice { get; } = BuiltIn("acme-voice", "Acme Voice", () =>
    {
        var errors = new SourceDocument("Error codes", "docs.acme.example/errors");

        return new VendorDefinition
        {
            Envelopes =
            [
                new Envelope("result", Condition.Has("result"))
                {
                    Code = ["result"],
                    Message = ["text"],
                    CorrelationId = ["traceId"],
                },
            ],
            Codes =
            [
                new CodeSection(errors, Basis.Documented,
                [
                    new("0", "OK", VendorOutcome.Success),
                    new("17", "Busy", ConcurrencyLimited) { Wait = TimeSpan.FromSeconds(5), MaxRetryAttempts = 2 },
                    new("21", "Bad number", InvalidDestination),
                    new("21", "Bad number", SenderNotAllowed) { Operation = "PUT lines/*", Note = "There it is the caller ID." },
                ]),
            ],
            Operations = [new OperationRule("GET calls/redial", OperationSafety.NonIdempotentWrite)],
        };
    });
}
