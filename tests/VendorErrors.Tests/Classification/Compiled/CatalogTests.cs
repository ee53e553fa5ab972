using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.Confidence;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Compiled;

/// <summary>Which row of a code counts, which rule of an operation, and what is looked for in a body.</summary>
public class CatalogTests
{
    private const string NoPath = "";

    private static readonly Vendor s_acme = new("acme", "Acme", new VendorDefinition
    {
        Envelopes = [new Envelope("own", Condition.Has("code")) { Code = ["code"] }],
        Codes =
        [
            new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented,
            [
                new("1", "At one operation", NotFound) { Operation = "calls" },
                new("2", "Beside one member", NotFound) { When = Condition.IsTrue("late") },
                new("3", "Under one status", NotFound) { OnHttpStatus = 202 },
                new("4", "General", ValidationFailed),
                new("4", "Of calls", NotFound) { Operation = "calls" },
                new("4", "Of queues", Gone) { Operation = "queues" },
                new("BUSY", "General", ValidationFailed),
                new("BUSY", "Of calls", NotFound) { Operation = "calls" },
                new("Busy", "Of queues", Gone) { Operation = "queues" },
                new("5", "General", ValidationFailed),
                new("5", "Of calls, of the same group", InvalidRequest) { Operation = "calls" },
                new("6", "General", ValidationFailed),
                new("6", "Of calls, of another group", VendorInternal) { Operation = "calls" },
                new("7", "General", ValidationFailed),
                new("7", "Under one status, of another group", VendorInternal) { OnHttpStatus = 202 },
                new("8", "Too fast", RateLimited),
                new("9A", "A word that begins with a digit", Gone),
            ]),
            new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented, [new("0", "Whatever", VendorInternal) { LastCode = "199" }]) { IsHttpStatus = true },
        ],
        WaitHints = [WaitHint.Header("wait", WaitUnit.Seconds), WaitHint.BodyField("retry_in", WaitUnit.Seconds)],
        Operations =
        [
            new OperationRule("POST calls/search", OperationSafety.Read),
            new OperationRule("POST calls/*", OperationSafety.Idempotent) { Purpose = OperationPurpose.Delete },
        ],
    });

    [Theory]
    [InlineData("""{"code":1}""", "calls", NotFound, Exact)]
    [InlineData("""{"code":1}""", "queues", Unrecognized, Default)]
    [InlineData("""{"code":2,"late":true}""", "calls", NotFound, Exact)]
    [InlineData("""{"code":2}""", "calls", Unrecognized, Default)]
    [InlineData("""{"code":3}""", "calls", Unrecognized, Default)]
    [InlineData("""{"code":4}""", "calls", NotFound, Exact)]
    [InlineData("""{"code":4}""", "queues", Gone, Exact)]
    [InlineData("""{"code":4}""", "agents", ValidationFailed, Exact)]
    [InlineData("""{"code":"BUSY"}""", "calls", NotFound, Exact)]
    [InlineData("""{"code":"busy"}""", "queues", Gone, Exact)]
    [InlineData("""{"code":"BUSY"}""", "agents", ValidationFailed, Exact)]
    [InlineData("""{"code":5}""", NoPath, ValidationFailed, Exact)]
    [InlineData("""{"code":6}""", NoPath, ValidationFailed, Family)]
    [InlineData("""{"code":6}""", "agents", ValidationFailed, Exact)]
    [InlineData("""{"code":7}""", NoPath, ValidationFailed, Exact)]
    [InlineData("""{"code":"9A"}""", NoPath, Gone, Exact)]
    [InlineData("""{"code":9}""", NoPath, Unrecognized, Default)]
    public void Classify_CodeOfSeveralRows_IsThatOfTheMostParticularOne(string body, string path, ErrorCategory category, Confidence confidence)
    {
        VendorResult result = s_acme.Classify(200, body, s_acme.Operation("POST", path.Length == 0 ? null : path));

        result.Category.Should().Be(category);
        result.Confidence.Should().Be(confidence);
    }

    [Fact]
    public void Classify_CodeOfARowForAStatus_CountsUnderThatStatus() => s_acme.Classify(202, """{"code":3}""").Category.Should().Be(NotFound);

    [Theory]
    [InlineData(0, Unrecognized)]
    [InlineData(100, VendorInternal)]
    public void Classify_StatusThatIsNotKnown_HasNoRow(int status, ErrorCategory category) => s_acme.Classify(status, "x").Category.Should().Be(category);

    [Theory]
    [InlineData("""{"code":8,"retry_in":7}""", WaitSource.BodyField)]
    [InlineData("""{"code":8,"wait":7}""", WaitSource.None)]
    public void Classify_WaitInTheBody_CountsOnlyWhereTheVendorPutsItThere(string body, WaitSource source) =>
        s_acme.Classify(429, body).Retry.WaitSource.Should().Be(source);

    [Theory]
    [InlineData("calls/search", OperationSafety.Read)]
    [InlineData("calls/1", OperationSafety.Idempotent)]
    [InlineData("queues/1", OperationSafety.NonIdempotentWrite)]
    public void Operation_SeveralRulesThatMatch_IsThatOfTheFirst(string path, OperationSafety safety) => s_acme.Operation("POST", path).Safety.Should().Be(safety);

    [Fact]
    public void Classify_CodeWrittenAsInTheCatalog_IsNotCopied() =>
        s_acme.Classify(400, """{"code":8}""").Code.Should().BeSameAs(s_acme.Codes.Single(row => row.Code == "8").Code);

    [Theory]
    [InlineData(404, NotFound)]
    [InlineData(400, Gone)]
    public void Classify_RowThatDoesNotHoldHere_LeavesTheCodeToItsRange(int status, ErrorCategory category)
    {
        var vendor = new Vendor("acme-ranges", "Acme Ranges", new VendorDefinition
        {
            Envelopes = [new Envelope("answer", Condition.Has("code")) { Code = ["code"] }],
            Codes =
            [
                new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented,
                [
                    new("5", "No such call", NotFound) { OnHttpStatus = 404 },
                    new("1", "Left", Gone) { LastCode = "9" },
                ]),
            ],
        });

        vendor.Classify(status, """{"code":5}""").Category.Should().Be(category);
    }
}
