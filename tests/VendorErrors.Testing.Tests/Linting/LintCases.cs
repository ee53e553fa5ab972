using VendorErrors.Definitions;

namespace VendorErrors.Testing.Tests.Linting;

/// <summary>For every rule of the lint, definitions that break it, each beside one that does not.</summary>
internal static class LintCases
{
    private static readonly SourceDocument s_errors = new("Error codes", "docs.acme.example/errors");

    private static readonly VendorProduct[] s_products =
    [
        new("sms", "Acme SMS", "sms.acme.example/v1/**"),
        new("newer-sms", "Acme SMS 1.5", "sms.acme.example/v1/newer/**"),
        new("voice", "Acme Voice", "voice.acme.example/**"),
        new("fixed", "Acme Fax", "POST fax/v1/send"),
    ];

    internal static readonly LintCase[] All =
    [
        new("definition-fault", "is a range whose bounds are neither integers nor words that differ in their last digits alone", Rows(Busy() with { LastCode = "x" }), Rows(Busy() with { LastCode = "18" })),
        new("definition-fault", "has an empty segment", Operations(new OperationRule("GET a//b", OperationSafety.Read)), Operations(new OperationRule("GET a/b", OperationSafety.Read))),

        new("duplicate-row", "The code 17 is defined twice", Rows(Busy(), Busy()), Rows(Busy(), Busy() with { Operation = "POST calls" })),

        new("row-without-source", "no title or no address", Define([Section([Busy()], new SourceDocument(" ", "docs.acme.example"))]), Rows(Busy())),
        new("row-without-source", "no title or no address", Define([Section([Busy()], new SourceDocument("Error codes", string.Empty))]), Rows(Busy())),
        new("row-without-source", "has a scheme", Define([Section([Busy()], new SourceDocument("Error codes", "https://docs.acme.example"))]), Rows(Busy())),

        new("wait-without-unit", "has a wait of 00:00:00.0000060", Rows(Busy() with { Wait = new TimeSpan(60) }), Rows(Busy() with { Wait = TimeSpan.FromSeconds(60) })),
        new("wait-without-unit", "has a wait of -00:00:01", Rows(Busy() with { Wait = TimeSpan.FromSeconds(-1) }), Rows(Busy() with { Wait = TimeSpan.FromSeconds(1) })),
        new("wait-without-unit", "has a wait of 60.00:00:00", Rows(Busy() with { Wait = TimeSpan.Parse("60", System.Globalization.CultureInfo.InvariantCulture) }), Rows(Busy() with { Wait = TimeSpan.FromDays(31) })),
        new("wait-without-unit", "its name says milliseconds, and its unit is Seconds", Waits(WaitHint.BodyField("retryAfterMs", WaitUnit.Seconds)), Waits(WaitHint.BodyField("retryAfterMs", WaitUnit.Milliseconds))),
        new("wait-without-unit", "its name says milliseconds", Waits(WaitHint.Header("X-Wait-Ms", WaitUnit.SecondsOrEpoch)), Waits(WaitHint.Header("X-Terms", WaitUnit.SecondsOrEpoch))),
        new("wait-without-unit", "its name says seconds, and its unit is Milliseconds", Waits(WaitHint.BodyField("wait_seconds", WaitUnit.Milliseconds)), Waits(WaitHint.BodyField("wait_milliseconds", WaitUnit.Milliseconds))),
        new("wait-without-unit", "its unit is 9, which does not exist", Waits(WaitHint.Header("X-Wait", (WaitUnit)9)), Waits(WaitHint.Header("X-Wait", WaitUnit.Date))),

        new("wait-without-unit", "its name says minutes, and its unit is Seconds", Waits(WaitHint.HeaderJson("X-Usage", "regain_minutes", WaitUnit.Seconds)), Waits(WaitHint.HeaderJson("X-Usage", "regain_minutes", WaitUnit.Minutes))),
        new("wait-without-unit", "its name says a Unix time, and its unit is Seconds", Waits(WaitHint.Header("X-Reset-Epoch", WaitUnit.Seconds)), Waits(WaitHint.Header("X-Reset-Epoch", WaitUnit.Epoch))),
        new("wait-without-unit", "the text after its number says milliseconds, and its unit is Minutes", Waits(WaitHint.Message("pause [", " ms]", WaitUnit.Minutes)), Waits(WaitHint.Message("pause [", " ms]", WaitUnit.Milliseconds))),

        new("always-read", "this header is read of any answer", Waits(WaitHint.Header("retry-after", WaitUnit.SecondsOrDate)), Waits(WaitHint.Header("X-Retry-After", WaitUnit.SecondsOrDate))),
        new("always-read", "this header is read of any answer", Waits(WaitHint.Header("retry-after-ms", WaitUnit.Milliseconds)), Waits(WaitHint.Header("Retry-Afterwards", WaitUnit.SecondsOrDate))),
        new("always-read", "such a sentence is read of any answer", Waits(WaitHint.Message("try again in ", " seconds", WaitUnit.Seconds)), Waits(WaitHint.Message("window of ", " seconds", WaitUnit.Seconds))),

        new("weakens-without-source", "makes a write a read, which is sent again after any failure, and names no document", Operations(new OperationRule("POST calls/search", OperationSafety.Read)), Operations(new OperationRule("POST calls/search", OperationSafety.Read) { Source = s_errors })),
        new("weakens-without-source", "makes a write an idempotent write", Operations(new OperationRule("calls/search", OperationSafety.Idempotent)), Operations(new OperationRule("GET calls/search", OperationSafety.Idempotent))),
        new("weakens-without-source", "it says that nothing was done, which vendor_timeout leaves open, and is observed alone", Observed(Row(ErrorCategory.VendorTimeout) with { Effect = Effect.None }), Observed(Row(ErrorCategory.VendorTimeout) with { Effect = Effect.None, Note = "Support said so." })),
        new("weakens-without-source", "which vendor_internal leaves open, and is observed alone", Observed(Row(ErrorCategory.VendorInternal) with { Effect = Effect.None }), Rows(Row(ErrorCategory.VendorInternal) with { Effect = Effect.None })),
        new("weakens-without-source", "it was only observed", Outcomes(new OutcomeRule(Condition.Has("failed"), VendorOutcome.Failure) { Effect = Effect.None, Basis = Basis.Observed }), Outcomes(new OutcomeRule(Condition.Has("failed"), VendorOutcome.Failure) { Effect = Effect.None })),

        new("retry-contradicts-effect", "has a wait, and its category is never retried", Rows(Row(ErrorCategory.NotFound) with { Wait = TimeSpan.FromSeconds(1) }), Rows(Row(ErrorCategory.QuotaExhausted) with { Wait = TimeSpan.FromSeconds(1) })),
        new("retry-contradicts-effect", "not_found is never retried; remove MaxRetryAttempts", Rows(Row(ErrorCategory.NotFound) with { MaxRetryAttempts = 1 }), Rows(Row(ErrorCategory.VendorInternal) with { MaxRetryAttempts = 1 })),
        new("retry-contradicts-effect", "some of it happened", Rows(Row(ErrorCategory.VendorInternal) with { Effect = Effect.Partial, MaxRetryAttempts = 1 }), Rows(Row(ErrorCategory.VendorInternal) with { Effect = Effect.Partial })),
        new("retry-contradicts-effect", "it is retried after a refresh, and its effect is unknown", Rows(Row(ErrorCategory.CredentialExpired) with { Effect = Effect.Unknown }), Rows(Row(ErrorCategory.CredentialExpired))),
        new("retry-contradicts-effect", "rate_limited says that it was refused, and its effect is unknown", Rows(Row(ErrorCategory.RateLimited) with { Effect = Effect.Unknown }), Rows(Row(ErrorCategory.RateLimited))),
        new("retry-contradicts-effect", "its advice is to send again, and its effect is unknown", Rows(Row(ErrorCategory.VendorTimeout) with { Advice = new Advice("Try again.", Audience.Program) }), Rows(Row(ErrorCategory.VendorTimeout) with { Advice = new Advice("Check first whether it happened, then try again.", Audience.Program) })),
        new("retry-contradicts-effect", "its advice is to send again, and not_found is never retried", Rows(Row(ErrorCategory.NotFound) with { Advice = new Advice("Send again.", Audience.Program) }), Rows(Row(ErrorCategory.NotFound) with { Advice = new Advice("Do not retry.", Audience.Program) })),

        new("unreachable-row", "row 17 Busy before it takes each of its answers", Rows(Busy(), Busy() with { Code = "017" }), Rows(Busy(), Busy() with { Code = "018" })),
        new("unreachable-row", "at lines/* before it takes", Rows(Busy() with { Operation = "lines/*" }, Busy() with { Operation = "PUT lines/*" }), Rows(Busy() with { Operation = "PUT lines/*" }, Busy() with { Operation = "lines/*" })),
        new("unreachable-row", "when text is busy or full before it takes", Rows(Busy() with { When = Condition.Is("text", "busy", "full") }, Busy() with { When = Condition.Is("text", "busy") }), Rows(Busy() with { When = Condition.Is("text", "busy") }, Busy() with { When = Condition.Is("text", "busy", "full") })),
        new("unreachable-row", "row 10 to 20 Busy before it takes", Rows(Busy() with { Code = "10", LastCode = "20" }, Busy() with { Code = "12", LastCode = "11" }), Rows(Busy() with { Code = "12", LastCode = "11" }, Busy() with { Code = "10", LastCode = "20" })),
        new("unreachable-row", "each code of the range has a row of its own", Rows(Busy(), Busy() with { Code = "18" }, Busy() with { LastCode = "18" }), Rows(Busy(), Busy() with { Code = "18" }, Busy() with { LastCode = "19" })),
        new("unreachable-row", "no envelope reads its code from the space 'voice'", Define([new CodeSection(s_errors, Basis.Documented, [Busy().Make()]) { Space = "voice" }]), Define([new CodeSection(s_errors, Basis.Documented, [Busy().Make()]) { Space = "voice" }], [new Envelope("voice", Condition.Has("result")) { Code = ["result"], Space = "voice" }])),
        new("unreachable-row", "the words \"quota used up\" never count", Rows(Busy() with { Refinements = [new("quota", ErrorCategory.QuotaExhausted), new("quota used up", ErrorCategory.LimitReached)] }), Rows(Busy() with { Refinements = [new("quota used up", ErrorCategory.LimitReached), new("quota", ErrorCategory.QuotaExhausted)] })),

        new("unreachable-row", "row CMN-301 to CMN-310 Busy before it takes", Rows(Busy() with { Code = "CMN-301", LastCode = "CMN-310" }, Busy() with { Code = "cmn-305", LastCode = "cmn-306" }), Rows(Busy() with { Code = "CMN-301", LastCode = "CMN-310" }, Busy() with { Code = "CMN-311", LastCode = "CMN-312" })),
        new("unreachable-row", "each code of the range has a row of its own", Rows(Busy() with { Code = "E1" }, Busy() with { Code = "E2" }, Busy() with { Code = "E1", LastCode = "E2" }), Rows(Busy() with { Code = "E1" }, Busy() with { Code = "E1", LastCode = "E2" })),
        new("unreachable-row", "row busy* Busy at lines/* before it takes", Rows(Busy() with { Code = "busy*", Operation = "lines/*" }, Busy() with { Code = "BUSY*", Operation = "PUT lines/*" }), Rows(Busy() with { Code = "busy*", Operation = "lines/*" }, Busy() with { Code = "BUSY*" })),
        new("unreachable-row", "its condition, not (text is busy) and text is busy, never holds", Rows(Busy() with { When = Condition.Not(Condition.Is("text", "busy")).And(Condition.Is("text", "busy")) }), Rows(Busy() with { When = Condition.Not(Condition.Is("text", "busy")).And(Condition.Is("text", "full")) })),

        new("overlapping-rows", "some of its codes are of row 10 to 20 Busy too, which means concurrency_limited", Rows(Busy() with { Code = "10", LastCode = "20" }, Row(ErrorCategory.NotFound) with { Code = "15", LastCode = "25" }), Rows(Busy() with { Code = "10", LastCode = "20" }, Busy() with { Code = "15", LastCode = "25" })),
        new("overlapping-rows", "some of its codes are of row E10 to E20 Busy too", Rows(Busy() with { Code = "E10", LastCode = "E20" }, Row(ErrorCategory.NotFound) with { Code = "E05", LastCode = "E15" }), Rows(Busy() with { Code = "E10", LastCode = "E20" }, Row(ErrorCategory.NotFound) with { Code = "F05", LastCode = "F15" })),
        new("overlapping-rows", "some of its codes are of row Throttling* Busy too", Rows(Busy() with { Code = "Throttling*" }, Row(ErrorCategory.NotFound) with { Code = "*Exceptions" }), Rows(Busy() with { Code = "Throttling*" }, Row(ErrorCategory.NotFound) with { Code = "Thrott*" })),

        new("unreachable-shape", "'any' before it takes each of its bodies", Shapes(Shape("any", Condition.Has("result")), Shape("detailed", Condition.Has("result").And(Condition.Has("detail")))), Shapes(Shape("detailed", Condition.Has("result").And(Condition.Has("detail"))), Shape("any", Condition.Has("result")))),
        new("unreachable-shape", "'numbers' before it takes", Shapes(Shape("numbers", Condition.Between("result", 0, 99)), Shape("few", Condition.Between("Result", 5, 6))), Shapes(Shape("few", Condition.Between("result", 5, 6)), Shape("numbers", Condition.Between("result", 0, 99)))),
        new("unreachable-shape", "'either' before it takes", Shapes(Shape("either", Condition.Has("a").Or(Condition.Has("b"))), Shape("b", Condition.IsTrue("b"))), Shapes(Shape("either", Condition.Has("a").Or(Condition.Has("b"))), Shape("c", Condition.IsTrue("c")))),
        new("unreachable-shape", "'calls' before it takes", Shapes(Shape("calls", Condition.Has("a"), "calls/*"), Shape("call", Condition.NotEmpty("a"), "GET calls/*")), Shapes(Shape("calls", Condition.Has("a"), "calls/*"), Shape("elsewhere", Condition.NotEmpty("a")))),
        new("unreachable-shape", "its condition, a is absent and a.b is present and a is 1, never holds", Shapes(Shape("a", Condition.Lacks("a").And(Condition.Has("a.b")).And(Condition.Between("a", 1, 1)))), Shapes(Shape("a", Condition.Lacks("a").And(Condition.Has("b")).And(Condition.Between("c", 1, 1))))),
        new("unreachable-shape", "'any' before it takes", Shapes(Shape("any", Condition.Has("a")), Shape("sms", Condition.Has("a"), product: "sms")), Shapes(Shape("sms", Condition.Has("a"), product: "sms"), Shape("any", Condition.Has("a")))),
        new("unreachable-shape", "'sms' before it takes", Shapes(Shape("sms", Condition.Has("a"), product: "sms"), Shape("newer sms", Condition.Has("a"), product: "newer-sms")), Shapes(Shape("sms", Condition.Has("a"), product: "sms"), Shape("voice", Condition.Has("a"), product: "voice"))),
        new("unreachable-shape", "'any' before it takes", Shapes(Shape("any", Condition.Has("a"), only: true), Shape("also", Condition.Has("a"), only: true)), Shapes(Shape("any", Condition.Has("a"), only: true), Shape("also", Condition.Has("a")))),
        new("unreachable-shape", "'any' before it takes", Shapes(Shape("any", Condition.Has("a"), only: true), Shape("also", Condition.Has("a").And(Condition.Has(ValueSource.FromHeader("X-Error"))))), Shapes(Shape("any", Condition.Has("a"), only: true), Shape("also", Condition.Has("a").And(Condition.Lacks(ValueSource.FromHeader("X-Error")))))),
        new("unreachable-shape", "'not a' before it takes", Shapes(Shape("not a", Condition.Not(Condition.Is("a", "x"))), Shape("b", Condition.Is("a", "y"))), Shapes(Shape("not a", Condition.Not(Condition.Is("a", "x", "y"))), Shape("b", Condition.Is("a", "y")))),
        new("unreachable-shape", "its operation 'POST v2/calls/*/end' is none of the product 'fixed', which is at POST fax/v1/send", Shapes(Shape("sms", Condition.Has("a"), "POST v2/calls/*/end", "fixed")), Shapes(Shape("sms", Condition.Has("a"), "POST messages", "sms"))),
        new("unreachable-shape", "it is looked for on failure alone, and its failures come with HTTP 200", Shapes(Shape("a", Condition.Has("a"), only: true, failureStatus: 200)), Shapes(Shape("a", Condition.Has("a"), only: true, failureStatus: 400))),
        new("unreachable-shape", "its condition, not (a is present or a is absent), never holds", Shapes(Shape("a", Condition.Not(Condition.Has("a").Or(Condition.Lacks("a"))))), Shapes(Shape("a", Condition.Not(Condition.Has("a").And(Condition.Lacks("a")))))),
        new("unreachable-shape", "its condition, a is true and a is false, never holds", Shapes(Shape("a", Condition.IsTrue("a").And(Condition.IsFalse("a")))), Shapes(Shape("a", Condition.IsTrue("a").And(Condition.IsFalse("b"))))),
        new("unreachable-shape", "each entry where state is DONE failed too", Results(Condition.Is("state", "FAILED", "DONE"), Condition.Is("state", "DONE")), Results(Condition.Is("state", "FAILED"), Condition.Is("state", "DONE"))),
        new("unreachable-shape", "its condition, kind is a and kind is b, never holds", Shapes(new Envelope("a", Condition.Has("a")) { Code = [ValueSource.InList("list", Condition.Is("kind", "a").And(Condition.Is("kind", "b")), "code")] }), Shapes(new Envelope("a", Condition.Has("a")) { Code = [ValueSource.InList("list", Condition.Is("kind", "a").Or(Condition.Is("kind", "b")), "code")] })),
        new("unreachable-shape", "its condition, a is from 2 to 1, never holds", Shapes(Shape("a", Condition.Between("a", 2, 1))), Shapes(Shape("a", Condition.Between("a", 1, 2)))),
        new("unreachable-shape", "the rule where failed is present comes before it", Outcomes(new(Condition.Has("failed"), VendorOutcome.PartialSuccess), new(Condition.NotEmpty("failed"), VendorOutcome.Failure)), Outcomes(new(Condition.NotEmpty("failed"), VendorOutcome.Failure), new(Condition.Has("failed"), VendorOutcome.PartialSuccess))),

        new("unreachable-operation", "the earlier rule 'GET */redial' takes", Operations(new("GET */redial", OperationSafety.NonIdempotentWrite), new("GET calls/redial", OperationSafety.Read)), Operations(new("GET calls/redial", OperationSafety.Read), new("GET */redial", OperationSafety.NonIdempotentWrite))),
    ];

    private static LintRow Busy() => new("17", "Busy", ErrorCategory.ConcurrencyLimited);

    private static LintRow Row(ErrorCategory category) => new("17", "Busy", category);

    private static VendorDefinition Rows(params LintRow[] rows) => Define([Section(rows, s_errors)]);

    private static VendorDefinition Observed(LintRow row) => Define([new CodeSection(s_errors, Basis.Observed, [row.Make()])]);

    private static CodeSection Section(LintRow[] rows, SourceDocument source) => new(source, Basis.Documented, [.. rows.Select(row => row.Make())]);

    private static VendorDefinition Define(IReadOnlyList<CodeSection> codes, IReadOnlyList<Envelope>? envelopes = null) =>
        new() { Envelopes = envelopes ?? [Shape("result", Condition.Has("result"))], Codes = codes };

    private static VendorDefinition Waits(WaitHint hint) => new() { WaitHints = [hint] };

    private static VendorDefinition Operations(params OperationRule[] rules) => new() { Operations = rules };

    private static VendorDefinition Shapes(params Envelope[] envelopes) => new() { Envelopes = envelopes, Products = s_products };

    private static VendorDefinition Results(Condition failed, Condition worked) => new() { Envelopes = [new Envelope("batch", Condition.Has("list")) { Items = new ItemShape("list") { Failed = failed, Worked = worked } }] };

    private static VendorDefinition Outcomes(params OutcomeRule[] rules) => new() { Envelopes = [new Envelope("counts", Condition.Has("count")) { Outcomes = rules }] };

    private static Envelope Shape(string name, Condition when, string? operation = null, string? product = null, bool only = false, int? failureStatus = null) =>
        new(name, when) { Code = ["result"], Operation = operation, Product = product, OnlyOnFailure = only, FailureStatus = failureStatus };
}
