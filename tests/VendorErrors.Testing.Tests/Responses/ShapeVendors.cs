using VendorErrors.Definitions;

using static VendorErrors.ErrorCategory;

namespace VendorErrors.Testing.Tests.Responses;

/// <summary>Vendors that nobody has, each with shapes of answers of one kind; what a definition can say is in one of them.</summary>
internal static class ShapeVendors
{
    private static readonly SourceDocument s_errors = new("Error codes", "docs.acme.example/errors");

    /// <summary>Codes in headers and in parts of texts, with a second code beside them.</summary>
    internal static Vendor Headers { get; } = Make("header-codes", new VendorDefinition
    {
        Envelopes =
        [
            new Envelope("service error", Condition.Has(ValueSource.FromHeader("X-Error-Type")).Or(Condition.Has("__type")))
            {
                Code = [new ValueSource("__type") { After = "#" }, ValueSource.FromHeader("X-Error-Type") with { Before = ":" }],
                InnerCode = ["upstream.code"],
                Message = ["message"],
                CorrelationId = [ValueSource.FromHeader("X-Request-Id") with { After = "id=" }],
            },
            new Envelope("text alone", Condition.NotEmpty("error")) { OnlyOnFailure = true, Code = ["error"], Space = "texts" },
            new Envelope("word after a number", Condition.Has("fault"))
            {
                Template = """{"fault":"404 NOT_FOUND because of this"}""",
                OnlyOnFailure = true,
                Code = [new ValueSource("fault") { After = "404 ", Before = " because" }],
                Space = "faults",
            },
        ],
        Codes =
        [
            Rows(new("ThrottlingException", "Throttled", RateLimited), new("NoSuchCall", "No such call", NotFound), new("UPSTREAM-1", "Upstream failed", UpstreamFailure)),
            new CodeSection(s_errors, Basis.Documented, [new CodeRow("NOT_FOUND", "Not found", NotFound)]) { Space = "faults" },
            new CodeSection(s_errors, Basis.Documented, [new CodeRow("7", "Bad field", ValidationFailed)]) { Space = "texts" },
        ],
    });

    /// <summary>The code of the entry that a condition tells, in a list beside other entries.</summary>
    internal static Vendor Lists { get; } = Make("list-codes", new VendorDefinition
    {
        Envelopes =
        [
            new Envelope("status", Condition.Has("error.details"))
            {
                OnlyOnFailure = true,
                Template = """{"error":{"details":[{"kind":"help","url":"docs.acme.example"}]}}""",
                Code = [ValueSource.InList("error.details", Condition.Is("kind", "error info"), "reason")],
                Message = [ValueSource.InList("error.details", Condition.Is("kind", "message"), "text")],
                CorrelationId = [ValueSource.InList("error.details", Condition.Is("kind", "request"), "id")],
            },
            new Envelope("root list", Condition.Has("[].status"))
            {
                OnlyOnFailure = true,
                Template = """[{"status":"","text":""}]""",
                Space = "list",
                Items = new ItemShape("[]") { Code = ["status"], Message = ["text"], Lead = ItemLead.First },
            },
        ],
        Codes =
        [
            Rows(new("LINES_BUSY", "Busy", ConcurrencyLimited), new("BAD_NUMBER", "Bad number", InvalidDestination)),
            new CodeSection(s_errors, Basis.Documented, [new CodeRow("CMN-101", "Bad parameter", ValidationFailed), new CodeRow("CMN-301", "Slow down", RateLimited)]) { Space = "list" },
        ],
        WaitHints = [WaitHint.BodyField(ValueSource.InList("error.details", Condition.Is("kind", "retry info"), "retryDelay"), WaitUnit.Duration)],
    });

    /// <summary>XML, with codes, entries and results in it.</summary>
    internal static Vendor Xml { get; } = Make("xml-answers", new VendorDefinition
    {
        ReadsXml = true,
        Envelopes =
        [
            new Envelope("results", Condition.Is("<root>", "BatchResponse").And(Condition.Has("Results.Result")))
            {
                Template = """<BatchResponse xmlns="urn:acme"><Results><Result><To></To><State>FAILED</State><Code></Code></Result></Results></BatchResponse>""",
                FailureStatus = 202,
                Space = "results",
                Items = new ItemShape("Results.Result") { Failed = Condition.Is("State", "FAILED"), Worked = Condition.Is("State", "SENT"), Code = ["Code"], Id = ["To"] },
            },
            new Envelope("error list", Condition.Is("<root>", "ErrorResponse").And(Condition.Has("Errors.Error")))
            {
                Template = "<ErrorResponse><Errors><Error><Code></Code><Description></Description></Error></Errors></ErrorResponse>",
                OnlyOnFailure = true,
                Items = new ItemShape("Errors.Error") { Code = ["Code"], Message = ["Description"] },
            },
            new Envelope("exception", Condition.Is("<root>", "Response").And(Condition.Has("RestException.Code")))
            {
                Template = """<?xml version="1.0"?><Response><RestException><Code></Code><Message></Message><RequestId>{id}</RequestId></RestException></Response>""",
                Code = ["RestException.Code"],
                Message = ["RestException.Message"],
                CorrelationId = ["RestException.RequestId"],
            },
        ],
        Codes =
        [
            Rows(new("20429", "Too Many Requests", RateLimited), new("21211", "Invalid 'To' number", InvalidDestination)),
            new CodeSection(s_errors, Basis.Documented, [new CodeRow("E-7", "Unreachable", InvalidDestination)]) { Space = "results" },
        ],
    });

    /// <summary>Fields as a map, as a tree, with lists of names, and as plain texts.</summary>
    internal static Vendor Fields { get; } = Make("field-layouts", new VendorDefinition
    {
        Envelopes =
        [
            FieldsOf("map", new FieldShape("map") { Layout = FieldLayout.Map }),
            FieldsOf("map-of-entries", new FieldShape("entries") { Layout = FieldLayout.Map, Code = "code", Message = "message" }),
            FieldsOf("tree", new FieldShape("errors.tree") { Layout = FieldLayout.Tree, Code = "code", Message = "message" }),
            FieldsOf("names", new FieldShape("detail") { Field = ["loc"], Code = "type", Message = "msg" }, """{"kind":"","detail":[{"loc":["body","to"]}]}"""),
            FieldsOf("plain", new FieldShape("'plain.errors'")),
        ],
        Codes = [.. new[] { "map", "map-of-entries", "tree", "names", "plain" }.Select(space => new CodeSection(s_errors, Basis.Documented, [new CodeRow("7", "Bad field", ValidationFailed)]) { Space = space })],
    });

    /// <summary>Products, by host and path, whose shapes look alike.</summary>
    internal static Vendor Products { get; } = Make("products", new VendorDefinition
    {
        Products = [new VendorProduct("sms", "Acme SMS", "rest.acme.example/sms/**"), new VendorProduct("voice", "Acme Voice", "voice.acme.example/**", "v1/calls/**")],
        Envelopes =
        [
            new Envelope("sms", Condition.Has("code")) { Product = "sms", Code = ["code"], Space = "sms" },
            new Envelope("voice end", Condition.Has("code")) { Product = "voice", Operation = "DELETE calls/*", Code = ["code"], Space = "end" },
            new Envelope("voice", Condition.Has("code")) { Product = "voice", Code = ["code"], Space = "voice" },
            new Envelope("other", Condition.Has("code")) { Code = ["code"] },
        ],
        Codes = [.. new[] { "sms", "end", "voice", string.Empty }.Select(space => new CodeSection(s_errors, Basis.Documented, [new CodeRow("1", $"One of '{space}'", NotFound)]) { Space = space })],
    });

    /// <summary>Waits in every place and unit.</summary>
    internal static Vendor Waits { get; } = Make("waits", new VendorDefinition
    {
        Envelopes = [new Envelope("problem", Condition.Has("code")) { OnlyOnFailure = true, Code = ["code"], Message = ["text"] }],
        Codes = [Rows(new CodeRow("17", "Busy", RateLimited) { Wait = TimeSpan.FromSeconds(1) }, new CodeRow("18", "Bad", ValidationFailed))],
        WaitHints =
        [
            .. Enum.GetValues<WaitUnit>().Select(unit => WaitHint.Header($"X-In-{unit}", unit)),
            .. Enum.GetValues<WaitUnit>().Select(unit => WaitHint.BodyField($"in_{unit}", unit)),
            WaitHint.HeaderJson("X-Usage", "regain_in", WaitUnit.Minutes),
            WaitHint.Message("pause of [", "]", WaitUnit.Milliseconds),
        ],
    });

    /// <summary>Stars, ranges of words and any other code.</summary>
    internal static Vendor Families { get; } = Make("families", new VendorDefinition
    {
        Envelopes = [new Envelope("refusal", Condition.IsFalse("ok").And(Condition.Not(Condition.Has("result")))) { Code = ["error"], FailureStatus = 200 }],
        Codes =
        [
            Rows(
                new("ThrottlingDisabled", "Not enabled", FeatureNotEnabled),
                new CodeRow("Throttling*", "Throttled", RateLimited),
                new CodeRow("ThrottlingQuota*", "A quota", QuotaExhausted),
                new CodeRow("*.missing", "Nothing there", NotFound),
                new CodeRow("CMN-301", "First", RateLimited),
                new CodeRow("CMN-301", "Some", ValidationFailed) { LastCode = "CMN-310" },
                new CodeRow("4000", "Numbers", ValidationFailed) { LastCode = "4999" },
                new CodeRow("*", "Any other refusal", VendorUnspecified)),
        ],
    });

    internal static IReadOnlyList<Vendor> All { get; } = [Headers, Lists, Xml, Fields, Products, Waits, Families, .. ConditionVendors.All];

    private static Envelope FieldsOf(string kind, FieldShape shape, string? template = null) => new(kind, Condition.Is("kind", kind))
    {
        OnlyOnFailure = true,
        Template = template,
        Code = ["code"],
        Space = kind,
        Fields = [shape],
    };

    private static CodeSection Rows(params CodeRow[] rows) => new(s_errors, Basis.Documented, rows);

    private static Vendor Make(string id, VendorDefinition definition) => new(id, id, definition);
}
