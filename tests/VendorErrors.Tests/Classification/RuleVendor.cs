using System.Text;
using VendorErrors.Definitions;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification;

/// <summary>A vendor with one envelope of each kind, since no built-in vendor has them all.</summary>
internal static class RuleVendor
{
    public static Vendor Acme { get; } = new("acme-rules", "Acme Rules", new VendorDefinition
    {
        Envelopes =
        [
            new Envelope("repeats HTTP", Condition.Has("httpCode")) { Code = ["httpCode"], CodeMeaning = CodeMeaning.HttpStatus, Message = ["message"] },
            new Envelope("own or HTTP", Condition.Has("anyCode")) { Code = ["anyCode"], CodeMeaning = CodeMeaning.VendorOrHttpStatus, Message = ["message"] },
            new Envelope("own", Condition.Has("code"))
            {
                Code = ["code"],
                Message = ["message"],
                CorrelationId = ["requestId"],
                CorrelationIdInText = "request id",
                Items = Entries("details"),
                Outcomes = [new OutcomeRule(Condition.IsTrue("warned"), VendorOutcome.SuccessWithWarning)],
            },
            new Envelope("causes", Condition.Has("errors")) { Items = Entries("errors") },
            new Envelope("results", Condition.Has("results"))
            {
                Items = new ItemShape("results") { Failed = Condition.Is("state", "failed"), Code = ["code"], Message = ["message"] },
            },
            new Envelope("job", Condition.Has("done"))
            {
                Outcomes =
                [
                    new OutcomeRule(Condition.IsFalse("done").And(Condition.IsTrue("rejected")), VendorOutcome.Failure) { Category = VendorInternal, Effect = Effect.None },
                    new OutcomeRule(Condition.IsFalse("done"), VendorOutcome.Failure),
                    new OutcomeRule(Condition.IsTrue("done"), VendorOutcome.SuccessWithWarning),
                ],
            },
        ],
        Codes =
        [
            new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented,
            [
                new("0", "Fine", VendorOutcome.Success),
                new("1", "Bad Field", ValidationFailed),
                new("2", "Too Fast", RateLimited) { Wait = TimeSpan.FromSeconds(30) },
                new("3", "Old Token", CredentialExpired),
                new("4", "Not Started", VendorInternal) { Effect = Effect.None },
                new("5", "Odd", VendorUnspecified) { MaxRetryAttempts = 5 },
                new("6", "Used Up", QuotaExhausted),
                new("7", "Nonsense", ProtocolViolation),
                new("8", "General", VendorUnspecified) { Refinements = [new("no such", NotFound)] },
                new("9", "Queued", VendorOutcome.Accepted),
                new("404", "Left", Gone),
                new("1000", "Range", InvalidRequest) { LastCode = "1999" },
            ]),
            new CodeSection(new SourceDocument("Status page", "acme.example/status"), Basis.Observed, [new("409", "Busy", ConcurrencyLimited)]) { IsHttpStatus = true },
        ],
    });

    public static VendorResult Explain(int status, string body) => Acme.Explain(new VendorResponse(status, Encoding.UTF8.GetBytes(body)));

    private static ItemShape Entries(string path) => new(path) { Code = ["code"], Message = ["message"], Status = "status" };
}
