using VendorErrors.Definitions;
using VendorErrors.Testing.Conformance;

namespace VendorErrors.Testing.Tests.Conformance;

/// <summary>For every rule of the kit, definitions that break it.</summary>
internal static class Breakages
{
    private const string Busy = """{ "result": "17", "text": "busy" }""";

    internal static readonly Breakage[] All =
    [
        new("vendor has an identity", "its name is empty", () => new Vendor("test-voice", " ", Sound())),
        new("vendor has an identity", "its id is that of Dexatel", () => new Vendor("dexatel", "Acme", Sound())),

        // The constructor refuses these; WithCodes does not look.
        new("definition has no faults", "The code 5 is defined twice", () => Acme().WithCodes(Section([new("5", "A", ErrorCategory.NotFound), new("5", "B", ErrorCategory.Gone)]))),
        new("definition has no faults", "has a wait of 00:00:00; it must be from a millisecond to 31 days", () => Acme().WithCodes(Section([new("5", "A", ErrorCategory.RateLimited) { Wait = TimeSpan.Zero }]))),

        new("shapes have names of their own", "two have the name 'result'", () => Acme(envelopes: [Result("result", "a"), Result("result", "b")])),
        new("shapes have names of their own", "one has no name", () => Acme(envelopes: [Result(" ", "result")])),

        new("shape is read by its own envelope", "is not JSON", () => Acme(envelopes: [Shape(template: "{oops")])),
        new("shape is read by its own envelope", "is neither a JSON object nor a list", () => Acme(envelopes: [Shape(template: "17")])),
        new("shape is read by its own envelope", "is not XML", () => Acme(envelopes: [Shape(template: "<oops>")])),
        new("shape is read by its own envelope", "is read by 'any'; put this envelope before that one", () => Acme(envelopes: [new Envelope("any", Condition.Has("result").Or(Condition.Has(ValueSource.FromHeader("X-Error")))) { Code = ["result"] }, new Envelope("header", Condition.Has(ValueSource.FromHeader("X-Error"))) { Code = [ValueSource.FromHeader("X-Error")] }])),
        new("shape is read by its own envelope", "contradicts its own condition, result is present and error is absent", () => Acme(envelopes: [Shape(Condition.Has("result").And(Condition.Lacks("error")), """{"result":0,"error":""}""")])),
        new("shape is read by its own envelope", "is read by 'result'; put this envelope before that one", () => Acme(envelopes: [Result("result", "result"), Shape(Condition.Has("result").And(Condition.Has("detail")), name: "detailed")])),

        new("row is well-formed", "no title or no address", () => Acme(source: new SourceDocument("Error codes", " "))),
        new("row is well-formed", "has a scheme; omit it", () => Acme(source: new SourceDocument("Error codes", "https://docs.acme.example"))),
        new("row is well-formed", "validation_failed is never retried; remove MaxRetryAttempts", () => Acme([new CodeRow("17", "Bad", ErrorCategory.ValidationFailed) { MaxRetryAttempts = 1 }])),

        new("row is read as itself", "No shape of test-voice's answers carries the code '17 Busy'", () => Acme(envelopes: [Shape(space: "elsewhere")])),
        new("row is read as itself", "it is read as unrecognized instead of concurrency_limited", () => Acme(envelopes: [new Envelope("statuses", Condition.Has("result")) { Code = ["result"], CodeMeaning = CodeMeaning.HttpStatus }, Shape()])),
        new("row is read as itself", "with the effect unknown instead of none", () => new Vendor("test-voice", "Test Voice", new VendorDefinition { SuccessMayCarryError = false, Envelopes = [Shape()], Codes = [Section([new("17", "Busy", ErrorCategory.ConcurrencyLimited)])] })),
        new("row is read as itself", "by another rule", () => Acme([new("21", "Bad", ErrorCategory.NotFound) { Operation = "lines/*" }, new("21", "Bad line", ErrorCategory.NotFound) { Operation = "PUT lines/*" }])),
        new("row is read as itself", "it is read as not_found instead of invalid_state", () => Acme([new("1", "Range", ErrorCategory.InvalidState) { LastCode = "2" }, new("1", "One", ErrorCategory.NotFound), new("2", "Two", ErrorCategory.NotFound)])),
        new("row is read as itself", "with the code 017", () => Acme([new("17", "Busy", ErrorCategory.ConcurrencyLimited)], [new Envelope("result", Condition.Is("kind", "17")) { Template = """{"result":"017"}""", Code = ["result", "kind"] }])),

        new("options of an answer are read again", "no answer with a message of its own can be composed", () => Acme([new("17", "Busy", ErrorCategory.ConcurrencyLimited) { When = Condition.Is("text", "busy") }])),
        new("options of an answer are read again", "no answer with a correlation id of its own can be composed", () => Acme(envelopes: [new Envelope("result", Condition.Has("result").And(Condition.Is("kind", "voice"))) { Code = ["result"], CorrelationId = ["kind"] }])),
        new("options of an answer are read again", "the wait is read as '(none)'", () => Acme([new CodeRow("17", "Busy", ErrorCategory.RateLimited) { Refinements = [new TextRule("try again", ErrorCategory.InvalidState)] }])),
        new("options of an answer are read again", "the list of fields is read as", () => Acme(envelopes: [new Envelope("result", Condition.Has("result")) { Code = ["result"], Fields = [new FieldShape("fields") { Field = ["name"], Message = "name" }] }])),
        new("options of an answer are read again", "the second item is read as", () => Acme(envelopes: [new Envelope("list", Condition.Has("errors")) { Items = new ItemShape("errors") { Code = ["code"], RequestPath = "at", Timestamp = "at" } }])),

        new("options of an answer are read again", "no answer with a second code of its own can be composed", () => Acme(envelopes: [new Envelope("result", Condition.Has("result")) { Code = ["result"], InnerCode = [new ValueSource("inner") { After = "inner_code" }] }])),

        new("vendor's own waits are read", "the wait is read as 1.09:20:00 from retry_after_header instead of 00:02:00 from vendor_header", () => Acme(waits: WaitHint.Header("Retry-After", WaitUnit.Milliseconds))),
        new("vendor's own waits are read", "no answer can say the wait of 'message'", () => Acme(envelopes: [Result("result", "result")], waits: WaitHint.Message("come back [", "]", WaitUnit.Milliseconds))),
        new("vendor's own waits are read", "the wait is read as (none)", () => Acme(waits: WaitHint.BodyField("result", WaitUnit.Seconds))),

        new("plain success is a success", "is read as protocol_violation; give the code of success a row", () => Acme(envelopes: [new Envelope("result", Condition.Lacks("error")) { Code = ["result"] }])),
        new("plain success is a success", "No shape of test-voice's answers carries the code '0 OK'", () => Acme([new("0", "OK", VendorOutcome.Success)], [Shape(space: "elsewhere")])),

        new("unlisted code is kept and is no success", "is read as success instead of unrecognized", () => Acme(envelopes: [new Envelope("anything", Condition.Has("result")) { Outcomes = [new OutcomeRule(Condition.Has("result"), VendorOutcome.Success)] }, Shape()])),
        new("unlisted code is kept and is no success", "is read with the code none", () => Acme(envelopes: [new Envelope("kind", Condition.Has("result")) { Code = ["kind"] }, Shape(template: """{"kind":"none","result":0}""")])),
        new("unlisted code is kept and is no success", "is read as gone with the effect unknown and the code 987654 instead of gone with the effect none", () => Acme(envelopes: [new Envelope("result", Condition.Has("result").And(Condition.Is("done", "yes"))) { Code = ["result"], Proof = new Proof("done") { Executed = ["yes"] } }])),

        new("words do not move a definite code", "is read as not_found, moved by its words", () => Acme([new("17", "Busy", ErrorCategory.ConcurrencyLimited), new("17", "No session", ErrorCategory.NotFound) { When = Condition.Is("text", "timeout") }])),

        new("vendor's words stay out of ToString", "is in the code or the log text", () => Acme(envelopes: [new Envelope("result", Condition.Has("text")) { Code = ["text"], Message = ["text"] }])),

        new("cut failure is no success", "bytes pass for a success", () => Acme([new("0", "OK", VendorOutcome.Success), new("17", "Busy", ErrorCategory.ConcurrencyLimited)]), new CapturedAnswer("code twice", 200, """{ "result": "0", "text": "queued", "result": "17" }""", ErrorCategory.ConcurrencyLimited)),

        new("hostile answers are tolerated", "is read as failure with the effect applied, which is impossible", () => Acme(envelopes: [new Envelope("counts", Condition.Has("failed")) { Outcomes = [new OutcomeRule(Condition.Between("failed", 1, 100), VendorOutcome.Failure) { Effect = Effect.Applied }] }, Shape()])),
        new("hostile answers are tolerated", "ArgumentNullException", () => Acme([new CodeRow("17", "Busy", ErrorCategory.RateLimited) { Refinements = [new TextRule(null!, ErrorCategory.InvalidState)] }])),

        new("operation rule is reached", "the earlier rule 'GET */redial' takes GET /v1/calls/redial", () => Acme(operations: [new("GET */redial", OperationSafety.NonIdempotentWrite), new("GET calls/redial", OperationSafety.Read)])),
        new("operation rule is reached", "no request matches it, not even GET /v1/my%20calls", () => Acme(operations: [new("GET my%20calls", OperationSafety.NonIdempotentWrite)])),

        new("required envelope is asked for", "at GET /v1/calls/x a body of 16 bytes without an envelope is read as success", () => Acme(envelopes: [new Envelope("anything", Condition.Has("foreign")) { Outcomes = [new OutcomeRule(Condition.Has("foreign"), VendorOutcome.Success)] }, Shape()], required: new RequiredEnvelope("GET calls/**"))),
        new("required envelope is asked for", "the exception 'lines/*' is for an operation that requires no envelope", () => Acme(required: new RequiredEnvelope("GET calls/*") { Except = ["lines/*"] })),
        new("required envelope is asked for", "at GET /v1/calls/x, which is excepted, a body without an envelope is no success", () => Acme(envelopes: [new Envelope("anything", Condition.Has("foreign")) { Code = ["code"] }, Shape()], required: new RequiredEnvelope("calls/**") { Except = ["GET calls/*"] })),

        new("captured answer means what it should", "as concurrency_limited instead of rate_limited", () => Acme(), new CapturedAnswer("busy", 200, Busy, ErrorCategory.RateLimited)),
        new("captured answer means what it should", "as concurrency_limited instead of success", () => Acme(), new CapturedAnswer("busy", 200, Busy, VendorOutcome.Success)),
        new("captured answer means what it should", "with the effect none instead of unknown", () => Acme(), new CapturedAnswer("busy", 200, Busy, ErrorCategory.ConcurrencyLimited) { Effect = Effect.Unknown }),
        new("captured answer means what it should", "with another code instead of 18", () => Acme(), new CapturedAnswer("busy", 200, Busy, ErrorCategory.ConcurrencyLimited) { Code = "18" }),
        new("captured answer means what it should", "instead of rate_limited (the envelope 'result' takes it; result: 17 Busy means concurrency_limited); correct", () => Acme(envelopes: [Result("result", "result")]), new CapturedAnswer("busy", 200, Busy, ErrorCategory.RateLimited)),
        new("captured answer means what it should", "as success instead of rate_limited (no envelope takes it: 'first' requires that okay is false, at PUT lines/*, 'second' requires that err is present; HTTP status: 200 to 299 2xx means success)", () => Acme(envelopes: [new Envelope("first", Condition.IsFalse("okay")) { Operation = "PUT lines/*" }, Result("second", "err")]), new CapturedAnswer("busy", 200, Busy, ErrorCategory.RateLimited)),
        new("captured answer means what it should", "as success instead of rate_limited (there is no envelope; HTTP status: 200 to 299 2xx means success)", () => new Vendor("test-voice", "Test Voice", new VendorDefinition()), new CapturedAnswer("busy", 200, Busy, ErrorCategory.RateLimited)),
        new("captured answer means what it should", "as protocol_violation instead of rate_limited (the envelope 'result' takes it; nothing is at err.nmu or err.no)", () => Acme(envelopes: [new Envelope("result", Condition.Has("result")) { Code = ["err.nmu", "err.no"] }]), new CapturedAnswer("busy", 200, Busy, ErrorCategory.RateLimited)),
        new("captured answer means what it should", "instead of rate_limited (the envelope 'result' takes it; result: 900 to 999 Broken means vendor_internal)", () => Acme([new("900", "Broken", ErrorCategory.VendorInternal) { LastCode = "999" }], [Result("result", "result")]), new CapturedAnswer("range", 200, """{ "result": 910 }""", ErrorCategory.RateLimited)),
        new("captured answer means what it should", "as unrecognized instead of rate_limited (the envelope 'result' takes it; result: not in the catalog)", () => Acme(envelopes: [Result("result", "result")]), new CapturedAnswer("unlisted", 200, """{ "result": 18 }""", ErrorCategory.RateLimited)),
        new("captured answer means what it should", "request path: not given, and the code means different things by operation", () => Acme([new("21", "Bad", ErrorCategory.NotFound), new("21", "Not your line", ErrorCategory.SenderNotAllowed) { Operation = "PUT lines/*" }]), new CapturedAnswer("at a line", 200, """{ "result": 21 }""", ErrorCategory.SenderNotAllowed)),
        new("captured answer means what it should", "as protocol_violation instead of concurrency_limited (its body is broken JSON: the body ends in the middle)", () => Acme(), new CapturedAnswer("cut", 200, Busy[..^1], ErrorCategory.ConcurrencyLimited)),
        new("captured answer means what it should", "with no wait instead of 00:00:05", () => Acme(), new CapturedAnswer("busy", 200, Busy, ErrorCategory.ConcurrencyLimited) { Wait = TimeSpan.FromSeconds(5) }),
        new("captured answer means what it should", "with a wait of 00:00:07 instead of 00:00:05", () => Acme(), new CapturedAnswer("busy", 429, Busy, ErrorCategory.ConcurrencyLimited) { Headers = [new("Retry-After", "7")], Wait = TimeSpan.FromSeconds(5) }),
    ];

    private static Vendor Acme(IReadOnlyList<CodeRow>? rows = null, IReadOnlyList<Envelope>? envelopes = null, SourceDocument? source = null, IReadOnlyList<OperationRule>? operations = null, RequiredEnvelope? required = null, WaitHint? waits = null) =>
        new("test-voice", "Test Voice", new VendorDefinition
        {
            Envelopes = envelopes ?? [Shape()],
            Codes = [Section(rows is { Count: > 0 } ? rows : [new("17", "Busy", ErrorCategory.ConcurrencyLimited)], source)],
            Operations = operations ?? [],
            RequiredEnvelope = required,
            WaitHints = waits is null ? [] : [waits],
        });

    private static VendorDefinition Sound() => new() { Envelopes = [Shape()], Codes = [Section([new("0", "OK", VendorOutcome.Success)])] };

    private static CodeSection Section(IReadOnlyList<CodeRow> rows, SourceDocument? source = null) => new(source ?? new SourceDocument("Error codes", "docs.acme.example/errors"), Basis.Documented, rows);

    private static Envelope Result(string name, string path) => new(name, Condition.Has(path)) { Code = [path] };

    private static Envelope Shape(Condition? when = null, string? template = """{"result":0,"text":""}""", string name = "shape", string space = "") =>
        new(name, when ?? Condition.Has("result")) { Template = template, FailureStatus = 200, Code = ["result"], Message = ["text"], Space = space };
}
