using VendorErrors.Definitions;

using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Docs;

/// <summary>The definition of docs/definition-reference.md that has every type.</summary>
internal static class EveryWordSnippet
{
    internal static VendorDefinition Definition { get; } =
        new VendorDefinition
        {
            Envelopes =
            [
                // A gateway in front; its code is the HTTP status again.
                new Envelope("gateway", Condition.Has("statusCode"))
                {
                    Code = ["statusCode"],
                    CodeMeaning = CodeMeaning.HttpStatus,
                    Message = ["message"],
                },

                // A list of results, some of which may have worked; the paths in it begin at an entry.
                new Envelope("batch", Condition.NotEmpty("results"))
                {
                    Operation = "POST messages/batch",
                    Items = new ItemShape("results")
                    {
                        Failed = Condition.Is("state", "FAILED", "NOT_SENT"),
                        Worked = Condition.Is("state", "SENT", "QUEUED"),
                        Code = ["error.code"],
                        Message = ["error.text"],
                        Id = ["to"],
                        Status = "error.status",
                        RequestPath = "error.path",
                        RequestMethod = "error.method",
                        Timestamp = "error.time",
                    },
                    Outcomes = [new OutcomeRule(Condition.Between("rejected", 1, long.MaxValue), VendorOutcome.PartialSuccess)],
                },

                // A failure without a code.
                new Envelope("refusal", Condition.IsFalse("ok").And(Condition.Lacks("result")))
                {
                    Message = ["reason"],
                    Outcomes = [new OutcomeRule(Condition.IsFalse("ok"), VendorOutcome.Failure) { Category = ValidationFailed, Effect = Effect.None, Basis = Basis.Inferred }],
                },

                // The vendor's own shape. Space, because voice and messages use the same numbers for different things.
                new Envelope("voice result", Condition.Has("result").Or(Condition.IsTrue("failed")))
                {
                    Code = ["result", "error.code"],
                    Space = "voice",
                    Message = ["text", "errors[].text"],
                    CorrelationId = ["traceId"],
                    CorrelationIdInText = "trace",
                    Fields = [new FieldShape("invalid") { Field = "name", Code = "rule", Message = "text", Value = "value" }],
                    FieldInText = FieldText.LeadingWord,
                    Proof = new Proof("call") { NotExecuted = ["NOT_PLACED"], Executed = ["PLACED"] },
                    ContradictsSuccess = false,

                    // For composed answers in tests and pages alone.
                    Template = """{"result":"0","text":"","traceId":"{id}"}""",
                    FailureStatus = 200,
                },
            ],
            Codes =
            [
                new CodeSection(new("Error codes", "docs.acme.example/errors"), Basis.Documented,
                [
                    new("0", "OK", VendorOutcome.Success),
                    new("17", "Busy", ConcurrencyLimited) { Wait = TimeSpan.FromSeconds(5), WaitDoubles = true, MaxRetryAttempts = 2 },
                    new("21", "Bad number", InvalidDestination) { Refinements = [new("country is blocked", DestinationBlocked)] },
                    new("21", "Bad number", SenderNotAllowed) { Operation = "PUT lines/*", Note = "There it is the caller ID." },
                    new("21", "Bad number", NotFound) { OnHttpStatus = 404 },
                    new("30", "Refused", PermissionDenied),
                    new("30", "Refused", PaymentRequired) { When = Condition.Has("balance"), Advice = new("Top up the voice balance.", Audience.AccountOwner) },
                    new("900", "Our own fault", VendorInternal) { LastCode = "999", Effect = Effect.None, Note = "The document says that nothing was placed." },
                ])
                {
                    Space = "voice",
                },
                new CodeSection(new("Rate limits", "docs.acme.example/limits"), Basis.Documented, [new("429", "Slow down", RateLimited)]) { IsHttpStatus = true },
            ],
            WaitHints = [WaitHint.Header("X-Limit-Reset", WaitUnit.SecondsOrEpoch), WaitHint.BodyField("retryAfterMs", WaitUnit.Milliseconds)],
            Operations = [new OperationRule("GET calls/redial", OperationSafety.NonIdempotentWrite) { Purpose = OperationPurpose.Create, Basis = Basis.Observed }],
            SuccessMayCarryError = true,
            RequiredEnvelope = new RequiredEnvelope("POST calls", "reports/**") { Except = ["GET reports/*/raw"], Always = false },
            IdempotencyKeyHeader = "Idempotency-Key",
        };
}
