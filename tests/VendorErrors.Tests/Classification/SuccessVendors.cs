using VendorErrors.Definitions;

using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification;

/// <summary>
/// Vendors that differ in what tells a plain success. Their codes 0 and 10 are successes and 9 is a failure, 5 is a success in the
/// space "other", 200 one as an HTTP status; in the space "odd" all are.
/// </summary>
internal static class SuccessVendors
{
    private static readonly SourceDocument s_manual = new("Manual", "acme.example");

    // As JSON writes no number, and as no number is looked up; then the longest that is, and a last first digit.
    private static readonly string[] s_oddNumbers = ["+3", "-4", "07", "1234567890123456789", "123456789012345678", "95"];
    private static readonly Condition s_hasCode = Condition.Has("code");
    private static readonly OutcomeRule[] s_warned = [new(Condition.IsTrue("warned"), VendorOutcome.SuccessWithWarning)];

    private static readonly Dictionary<string, Vendor> s_vendors = new[]
    {
        // The code tells all, wherever it stands.
        Of("code", new Envelope("own", s_hasCode) { Code = ["code"] }),
        Of("code-first", new Envelope("error", Condition.Lacks("code").And(Condition.Has("error"))) { Code = ["error"] }, new Envelope("own", s_hasCode) { Code = ["code"] }),
        Of("operation-last", new Envelope("own", s_hasCode) { Code = ["code"] }, new Envelope("report", s_hasCode) { Operation = "GET reports/*", Code = ["state"] }),

        // Another member, or the operation, has a say.
        Of("error-first", new Envelope("error", Condition.Has("error")) { Code = ["error"] }, new Envelope("own", s_hasCode) { Code = ["code"] }),
        Of("unless-error", new Envelope("own", s_hasCode.And(Condition.Lacks("error"))) { Code = ["code"] }, new Envelope("error", Condition.Has("error")) { Code = ["error"] }),
        Of("operation-first", new Envelope("report", s_hasCode) { Operation = "GET reports/*", Code = ["state"] }, new Envelope("own", s_hasCode) { Code = ["code"] }),
        Of("warning", new Envelope("own", s_hasCode) { Code = ["code"], Outcomes = s_warned }),
        Of("warning-by-code", new Envelope("own", s_hasCode) { Code = ["code"], Outcomes = [new(Condition.Between("code", 1, 9), VendorOutcome.SuccessWithWarning)] }),
        Of("failures-only", new Envelope("own", Condition.Between("code", 1, 9)) { Code = ["code"] }),

        // A proof does: beside the code, of one code of two, and too deep for the look at the code alone.
        Of("proof", new Envelope("own", s_hasCode) { Code = ["code"], Proof = ProofAt("state") }),
        Of("proof-of-0", new Envelope("job", Condition.Between("code", 0, 0)) { Code = ["code"], Proof = ProofAt("job.state") }, new Envelope("own", s_hasCode) { Code = ["code"] }),
        Of("deep-proof", new Envelope("own", s_hasCode) { Code = ["code"], Proof = ProofAt("job.run.state") }),

        // The code stands deeper.
        Of("deep-code", new Envelope("own", Condition.Has("state.code")) { Code = ["state.code"] }),
        Of("list-code", new Envelope("own", Condition.Has("states[]")) { Code = ["states[]"] }),

        // The code is one of another list.
        Of("http-status", new Envelope("status", s_hasCode) { Code = ["code"], CodeMeaning = CodeMeaning.HttpStatus }),
        Of("other-space", new Envelope("own", s_hasCode) { Code = ["code"], Space = "other" }),
        Of("odd-numbers", new Envelope("own", s_hasCode) { Code = ["code"], Space = "odd" }),
    }.ToDictionary(vendor => vendor.Id, StringComparer.Ordinal);

    public static Vendor Find(string id) => s_vendors[id];

    /// <summary>A vendor whose failures may show in any of so many members beside the code.</summary>
    public static Vendor WithOutcomes(int count) => Of(
        "outcomes",
        new Envelope("own", s_hasCode) { Code = ["code"], Outcomes = [.. Enumerable.Range(0, count).Select(i => new OutcomeRule(Condition.IsTrue($"failed{i}"), VendorOutcome.Failure))] });

    private static Proof ProofAt(string path) => new(path) { NotExecuted = ["NOT_DONE"] };

    private static Vendor Of(string id, params Envelope[] envelopes) => new(id, id, new VendorDefinition
    {
        Envelopes = envelopes,
        Codes =
        [
            new CodeSection(s_manual, Basis.Documented, [new("0", "Fine", VendorOutcome.Success), new("10", "Fine too", VendorOutcome.Success), new("9", "Broken", InvalidState)]),
            new CodeSection(s_manual, Basis.Documented, [new("200", "OK", VendorOutcome.Success)]) { IsHttpStatus = true },
            new CodeSection(s_manual, Basis.Documented, [new("5", "Fine elsewhere", VendorOutcome.Success)]) { Space = "other" },
            new CodeSection(s_manual, Basis.Documented, [.. s_oddNumbers.Select(code => new CodeRow(code, "Fine", VendorOutcome.Success))]) { Space = "odd" },
        ],
    });
}
