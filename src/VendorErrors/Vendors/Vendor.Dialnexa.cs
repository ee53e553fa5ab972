using VendorErrors.Definitions;

using static VendorErrors.ErrorCategory;

namespace VendorErrors;

public sealed partial class Vendor
{
    /// <summary>
    /// Dialnexa: HTTP error objects of <c>statusCode</c>, <c>message</c> (a text or a list) and <c>error</c>; success bodies may carry
    /// <c>statusCode</c> and <c>message</c> too.
    /// Sources: dialnexa.mintlify.app/api-reference/errors and the OpenAPI document at dialnexa.com/docs; read in 2026.
    /// </summary>
    public static Vendor Dialnexa { get; } = BuiltIn("dialnexa", "Dialnexa", () =>
    {
        var errors = new SourceDocument("Error format", "dialnexa.mintlify.app/api-reference/errors");
        var openApi = new SourceDocument("OpenAPI 1.0.0", "dialnexa.com/docs/api-reference/openapi.json");

        return new VendorDefinition
        {
            Envelopes =
            [
                new Envelope("error object", Condition.Has("statusCode"))
                {
                    Template = """{"statusCode":400,"message":"","error":"{reason}"}""",
                    ContradictsSuccess = true,
                    Code = ["statusCode"],
                    CodeMeaning = CodeMeaning.HttpStatus,
                    Message = ["message"],
                    FieldInText = FieldText.LeadingWord,
                    Outcomes = Partials(),
                },

                // Success bodies without statusCode that still report something.
                new Envelope("upload or batch", Condition.Has("leads_skipped")) { Message = ["message"], Outcomes = Partials() },
                new Envelope("batch with a warning", Condition.NotEmpty("warning.message")) { Message = ["warning.message"], Outcomes = Partials() },
                new Envelope("refused action", Condition.IsFalse("success"))
                {
                    Message = ["message", "error"],
                    Outcomes = [new OutcomeRule(Condition.IsFalse("success"), VendorOutcome.Failure) { Basis = Basis.Inferred }],
                },
            ],
            Codes =
            [
                new CodeSection(errors, Basis.Documented,
                [
                    new("200", "OK", VendorOutcome.Success),
                    new("201", "Created", VendorOutcome.Success),
                    new("304", "Not Modified", VendorOutcome.Success),
                    new("400", "Bad Request", ValidationFailed),
                    new("401", "Unauthorized", Unauthenticated) { Note = "Missing, malformed, revoked and expired keys alike; there is no refresh." },
                    new("403", "Forbidden", PermissionDenied) { Refinements = Phrases(
                            DestinationBlocked, "country or network prefix is not enabled", "country is not enabled", "network prefix is not enabled", "destination is not enabled", "destination not enabled", "destination is blocked", "destination blocked",
                            "blocked destination", "destination is not allowed", "destination not allowed", "by telephony config", "by the telephony config", "by workspace telephony config", "route is not enabled"), Note = "The key lacks the right, or the destination is blocked." },
                    new("404", "Not Found", NotFound)
                    {
                        Refinements = [.. Methods().Select(method => new TextRule($"Cannot {method} /", UnsupportedOperation) { AtStart = true })],
                        Note = "The router's own sentence tells a wrong address from a missing resource.",
                    },
                    new("409", "Conflict", InvalidState) { Refinements = [.. KnownPhrases.UniqueConstraint, new("already registered", AlreadyExists)] },
                    new("422", "Unprocessable Entity", ValidationFailed),
                    new("429", "Too Many Requests", RateLimited),
                    new("500", "Internal Server Error", VendorInternal),
                ])
                {
                    IsHttpStatus = true,
                },
                new CodeSection(openApi, Basis.Documented,
                [
                    new("402", "Payment Required", ErrorCategory.PaymentRequired) { Note = "The wallet balance is too low for the call." },
                    new("502", "Bad Gateway", UpstreamFailure) { Note = "The SIP trunk could not be registered." },
                ])
                {
                    IsHttpStatus = true,
                },
            ],
            WaitHints = [WaitHint.Header("X-RateLimit-Reset", WaitUnit.SecondsOrEpoch)],
        };

        static IReadOnlyList<TextRule> Phrases(ErrorCategory category, params string[] phrases) => [.. phrases.Select(phrase => new TextRule(phrase, category))];

        static string[] Methods() => ["GET", "POST", "PUT", "PATCH", "DELETE"];

        static IReadOnlyList<OutcomeRule> Partials() =>
        [
            new OutcomeRule(Condition.Between("leads_skipped", 1, long.MaxValue), VendorOutcome.PartialSuccess),
            new OutcomeRule(Condition.Between("data.leads_skipped", 1, long.MaxValue), VendorOutcome.PartialSuccess) { Basis = Basis.Inferred },
            new OutcomeRule(Condition.NotEmpty("warning.message"), VendorOutcome.SuccessWithWarning),
            new OutcomeRule(Condition.NotEmpty("data.warning.message"), VendorOutcome.SuccessWithWarning) { Basis = Basis.Inferred },
        ];
    });
}
