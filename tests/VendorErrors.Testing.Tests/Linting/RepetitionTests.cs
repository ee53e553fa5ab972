using VendorErrors.Definitions;
using VendorErrors.Testing.Linting;

namespace VendorErrors.Testing.Tests.Linting;

/// <summary>Whoever takes a definition from elsewhere sees everything because of which a failed write is sent again.</summary>
public class RepetitionTests
{
    private static readonly SourceDocument s_errors = new("Error codes", "docs.acme.example/errors");

    // A shape of many products has rows that only the envelopes of those carry.
    private static readonly Vendor[] s_composable = [Vendor.TalkdeskDialer, Vendor.Dialnexa, Vendor.Dexatel, Vendor.YeastarPSeries, Vendor.EightByEightConnect];

    [Fact]
    public void MakesRepeatable_DefinitionOfEveryKind_ListsEachOnce()
    {
        var vendor = new Vendor("test-voice", "Test Voice", new VendorDefinition
        {
            IdempotencyKeyHeader = "Idempotency-Key",
            Envelopes =
            [
                new Envelope("result", Condition.Has("result"))
                {
                    Code = ["result"],
                    Proof = new Proof("call") { NotExecuted = ["NOT_PLACED"], Executed = ["PLACED"] },
                    Outcomes =
                    [
                        new OutcomeRule(Condition.Is("state", "busy"), VendorOutcome.Failure) { Category = ErrorCategory.ConcurrencyLimited },
                        new OutcomeRule(Condition.Is("state", "down"), VendorOutcome.Failure) { Category = ErrorCategory.VendorUnavailable, Effect = Effect.None },
                        new OutcomeRule(Condition.Is("state", "lost"), VendorOutcome.Failure),
                        new OutcomeRule(Condition.Is("state", "bad"), VendorOutcome.Failure) { Category = ErrorCategory.ValidationFailed },
                    ],
                },
            ],
            Codes =
            [
                new CodeSection(s_errors, Basis.Documented,
                [
                    new("0", "OK", VendorOutcome.Success),
                    new("17", "Busy", ErrorCategory.ConcurrencyLimited),
                    new("18", "Expired", ErrorCategory.CredentialExpired),
                    new("19", "Quota", ErrorCategory.QuotaExhausted),
                    new("20", "Broken", ErrorCategory.VendorInternal),
                    new("21", "Down", ErrorCategory.VendorUnavailable) { Effect = Effect.None, Note = "Nothing was placed." },
                    new("22", "Bad", ErrorCategory.ValidationFailed) { Refinements = [new TextRule("busy now", ErrorCategory.RateLimited)] },
                ]),
            ],
            Operations =
            [
                new OperationRule("POST calls/search", OperationSafety.Read) { Source = s_errors },
                new OperationRule("GET calls/redial", OperationSafety.NonIdempotentWrite),
            ],
        });

        VendorLint.MakesRepeatable(vendor).Select(found => $"{(found.IsWeakened ? "!" : " ")} {found.Kind} {found}").Should().Equal(
            "! operation the operation 'POST calls/search': it counts as a read, so it is sent again after any failure that is retried (Error codes, docs.acme.example/errors, documented)",
            "! idempotency_key the header 'Idempotency-Key': a write that carries it is sent again with the same key, also where it may have happened (the definition)",
            "! proof the envelope 'result': where call is NOT_PLACED, nothing was done whatever the code says (the definition)",
            "! outcome the envelope 'result': vendor_unavailable without effect where state is down, sent again after a wait (documented)",
            "! row row 21 Down: vendor_unavailable without effect, sent again after a wait (Error codes, docs.acme.example/errors, documented: Nothing was placed.)",
            "  outcome the envelope 'result': concurrency_limited without effect where state is busy, sent again after a wait (documented)",
            "  row row 17 Busy: concurrency_limited without effect, sent again after a wait (Error codes, docs.acme.example/errors, documented)",
            "  row row 18 Expired: credential_expired without effect, sent again once after a credential refresh (Error codes, docs.acme.example/errors, documented)",
            "  row row 19 Quota: quota_exhausted without effect, sent again once the vendor says when the quota resets (Error codes, docs.acme.example/errors, documented)",
            "  row row 22 Bad: rate_limited without effect where the message says \"busy now\", sent again after a wait (Error codes, docs.acme.example/errors, documented)");
    }

    [Fact]
    public void MakesRepeatable_EveryRowThatAWriteIsSentAgainFor_IsListed()
    {
        foreach (Vendor vendor in s_composable)
        {
            IEnumerable<CodeRow> again = vendor.Codes.Where(row => row.Category is not null && VendorErrors.Retries.VendorRetryPolicy.Decide(VendorResponses.For(vendor, row, new ResponseOptions { Wait = Waits(row) }).Classify(), vendor.Operation("POST", "/an/unlisted/write")).Action is not (VendorErrors.Retries.RetryAction.Stop or VendorErrors.Retries.RetryAction.Return));

            IReadOnlyList<Repetition> listed = VendorLint.MakesRepeatable(vendor);
            again.Where(row => !listed.Any(found => found.Kind == "row" && found.Where.StartsWith($"row {row}", StringComparison.Ordinal))).Should().BeEmpty(vendor.Id);
        }
    }

    private static TimeSpan? Waits(CodeRow row) => row.Category == ErrorCategory.QuotaExhausted ? TimeSpan.FromSeconds(1) : null;
}
