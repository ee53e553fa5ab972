using VendorErrors.Definitions;

using static VendorErrors.ErrorCategory;

namespace VendorErrors.Testing.Tests.Responses;

/// <summary>Vendors whose answers mean more than their code says: by operation, by a second code, by an entry, by words, by headers alone.</summary>
internal static class ConditionVendors
{
    private static readonly SourceDocument s_errors = new("Error codes", "docs.acme.example/errors");

    /// <summary>HTTP statuses that mean something else at an operation, or beside a member or a header; no code.</summary>
    internal static Vendor Statuses { get; } = Make("statuses", new VendorDefinition
    {
        Envelopes =
        [
            new Envelope("words", Condition.Has("message")) { OnlyOnFailure = true, Message = ["message"], Template = """{"message":""}""" },
            new Envelope("done", Condition.IsTrue("ok")) { Outcomes = [new OutcomeRule(Condition.IsTrue("ok"), VendorOutcome.Success)] },
        ],
        Codes =
        [
            new CodeSection(s_errors, Basis.Documented,
            [
                new CodeRow("201", "Ordered", VendorOutcome.Accepted) { Operation = "POST orders" },
                new CodeRow("401", "Token", CredentialExpired) { Operation = "chat/*" },
                new CodeRow("400", "Token used", Gone) { When = Condition.Is("message", "Invalid reply token") },
                new CodeRow("400", "Fields", ValidationFailed) { When = Condition.Has("reasons[]") },
                new CodeRow("409", "Accepted before", AlreadyExists) { When = Condition.Has(ValueSource.FromHeader("X-Accepted")) },
                new CodeRow("429", "Too fast", RateLimited),
            ]) { IsHttpStatus = true },
        ],
        WaitHints = [WaitHint.Header("X-Reset", WaitUnit.Epoch)],
        RequiredEnvelope = new RequiredEnvelope(["bot*/*"]) { Except = ["GET file/**"] },
    });

    /// <summary>A code and words in one header, without a body; and a body whose code is a text that is not empty.</summary>
    internal static Vendor Challenges { get; } = Make("challenges", new VendorDefinition
    {
        Envelopes =
        [
            new Envelope("named", Condition.NotEmpty("error").And(Condition.Has("words"))) { OnlyOnFailure = true, Code = ["error"], Space = "named", Message = ["words"] },
            new Envelope("challenge", Condition.Has(ValueSource.FromHeader("WWW-Authenticate")))
            {
                OnlyOnFailure = true,
                Code = [Part("error=\"")],
                Message = [Part("error_description=\"")],
            },
        ],
        Codes = [Rows(string.Empty, new("invalid_token", "Token", CredentialExpired), new("insufficient_scope", "Scope", PermissionDenied)), Rows("named", new CodeRow("slow_down", "Slow down", RateLimited))],
    });

    /// <summary>Results per entry, whose codes are in a space that only entries use, successes among them; and a list beside which a rule decides.</summary>
    internal static Vendor Results { get; } = Make("results", new VendorDefinition
    {
        Envelopes =
        [
            new Envelope("sends", Condition.Has("value[].code"))
            {
                Space = "sends",
                Items = new ItemShape("value") { Failed = Condition.Between("code", 300, 9999), Worked = Condition.Between("code", 200, 299), Code = ["code"], Message = ["text"], Id = ["to"] },
            },
            new Envelope("participants", Condition.Has("invalid"))
            {
                Space = "participants",
                Items = new ItemShape("invalid") { Failed = Condition.Has("code"), Code = ["code"], Message = ["text"] },
                Outcomes = [new OutcomeRule(Condition.NotEmpty("invalid").And(Condition.Lacks("all")), VendorOutcome.PartialSuccess), new OutcomeRule(Condition.Has("all"), VendorOutcome.Failure)],
            },
        ],
        Codes =
        [
            Rows("sends", new("200", "Done", VendorOutcome.Success), new("202", "Taken", VendorOutcome.Accepted), new("400", "Bad number", InvalidDestination), new("*", "Any other", VendorUnspecified)),
            Rows("participants", new("403", "Not allowed", PermissionDenied), new("404", "No such user", NotFound)),
        ],
    });

    /// <summary>Rows that ask for a second code, or for the name of a field; and a shape whose template shows a second code of the catalog.</summary>
    internal static Vendor SecondCodes { get; } = Make("second-codes", new VendorDefinition
    {
        Envelopes =
        [
            new Envelope("graph", Condition.Has("error.code"))
            {
                Code = ["error.code"],
                InnerCode = ["error.subcode"],
                Message = ["error.message"],
                Fields = [new FieldShape("error.fields") { Field = ["name", "names[].name"], Code = "code", Message = "message" }],
            },
            new Envelope("data", Condition.Has("data.error_code")) { Code = ["code"], InnerCode = ["data.error_code"], Template = """{"code":1400,"data":{"error_code":"BUSY"}}""" },
        ],
        Codes =
        [
            Rows(
                string.Empty,
                new CodeRow("100", "No such object", NotFound) { When = Condition.Is("error.subcode", "33") },
                new CodeRow("100", "A subcode of a range", Unauthenticated) { When = Condition.Between("error.subcode", 458, 460) },
                new CodeRow("100", "Bad parameter", ValidationFailed),
                new CodeRow("101", "Bad recipient", InvalidDestination) { When = Condition.Is("error.fields[].name", "to", "to.number") },
                new CodeRow("101", "Bad field", ValidationFailed),
                new CodeRow("BUSY", "Busy", ConcurrencyLimited)),
        ],
    });

    internal static IReadOnlyList<Vendor> All { get; } = [Statuses, Challenges, Results, SecondCodes];

    private static ValueSource Part(string after) => ValueSource.FromHeader("WWW-Authenticate") with { After = after, Before = "\"", IsStrict = true };

    private static CodeSection Rows(string space, params CodeRow[] rows) => new(s_errors, Basis.Documented, rows) { Space = space };

    private static Vendor Make(string id, VendorDefinition definition) => new(id, id, definition);
}
