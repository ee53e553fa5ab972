using System.Text;
using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Classification.Compiled;

/// <summary>What is read of an entry of a list.</summary>
public class ItemReaderTests
{
    private static readonly ItemShape s_causes = new("list") { RequestMethod = "method", Status = "status" };

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    [InlineData("PATCH")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public void Method_ThatIsFrequent_IsNoCopy(string method) =>
        Read(s_causes, $$"""{"method":"{{method}}"}""")[0].Method.Should().BeSameAs(string.Intern(method));

    [Theory]
    [InlineData("""{"method":"HEAD"}""", "HEAD")]
    [InlineData("""{"method":"get"}""", "get")]
    [InlineData("""{"method":""}""", "")]
    [InlineData("{}", null)]
    public void Method_ThatIsRare_IsReadAsItStands(string entry, string? method) => Read(s_causes, entry)[0].Method.Should().Be(method);

    [Theory]
    [InlineData("99", null)]
    [InlineData("100", 100)]
    [InlineData("599", 599)]
    [InlineData("600", null)]
    [InlineData("4294967696", null)]
    [InlineData("\"x\"", null)]
    public void HttpStatus_OfAnEntry_IsOneThatExists(string status, int? expected) => Read(s_causes, $$"""{"status":{{status}}}""")[0].HttpStatus.Should().Be(expected);

    [Fact]
    public void Entry_WithoutPathsForItsParts_HasNone() =>
        Read(new ItemShape("list") { Code = ["code"] }, """{"code":"7"}""")[0].Should().BeEquivalentTo(new { Code = "7", HttpStatus = (int?)null, Path = (string?)null, Method = (string?)null, Timestamp = (string?)null });

    [Theory]
    [InlineData("""{"code":7}""", 1)]
    [InlineData("""{"id":1}""", 0)]
    [InlineData("\"x\"", 0)]
    [InlineData("7", 0)]
    [InlineData("[]", 0)]
    public void Entry_OfAListOfResults_FailedOnlyIfItIsAnObject(string entry, int failed) =>
        Read(new ItemShape("list") { Failed = Condition.Lacks("id") }, entry, 200).Should().HaveCount(failed);

    private static IReadOnlyList<VendorItem> Read(ItemShape shape, string entry, int status = 400)
    {
        var vendor = new Vendor("acme", "Acme", new VendorDefinition { Envelopes = [new Envelope("answer", Condition.Has("list")) { Items = shape }] });

        return vendor.Explain(new VendorResponse(status, Encoding.UTF8.GetBytes($$"""{"list":[{{entry}}]}"""))).Answer!.Items;
    }
}
