using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Definitions;

public class CodeAnchorTests
{
    private static readonly SourceDocument s_source = new("Error codes", "docs.acme.example/errors");

    [Theory]
    [InlineData("10004", null, null, null, "code-10004")]
    [InlineData("-1001", "-1999", null, null, "code--1001.to--1999")]
    [InlineData("QUEUED", null, null, null, "code-queued")]
    [InlineData("60002", null, "get_token", null, "code-60002.at-get_token")]
    [InlineData("21", null, "PUT lines/*", null, "code-21.at-put-lines/*")]
    [InlineData("1001", null, null, 404, "code-1001.http-404")]
    [InlineData("az-AZ_09", null, null, null, "code-az-az_09")]
    [InlineData("a.b ~\"é", null, null, null, "code-a~2eb-~7e~22~c3~a9")]
    public void Of_ARow_IsMadeOfWhatTellsItApart(string code, string? last, string? operation, int? status, string expected) =>
        CodeAnchor.Of(Row(new CodeRow(code, "A name", ErrorCategory.NotFound) { LastCode = last, Operation = operation, OnHttpStatus = status })).Should().Be(expected);

    [Fact]
    public void Of_ARowWithACondition_NamesIt() =>
        CodeAnchor.Of(Row(new CodeRow("-2", "A name", ErrorCategory.NotFound) { When = Condition.NotEmpty("list") })).Should().Be("code--2.when-list-is-not-empty");

    [Fact]
    public void Of_AnotherNameCategoryOrNote_IsTheSame() =>
        CodeAnchor.Of(Row(new CodeRow("5", "Before", ErrorCategory.NotFound)))
            .Should().Be(CodeAnchor.Of(Row(new CodeRow("5", "After", ErrorCategory.Gone) { Note = "It was renamed." })));

    [Fact]
    public void Of_StatusesAndSpaces_AreApart()
    {
        var status = new CodeRow("401", "Unauthorized", ErrorCategory.Unauthenticated);
        var voice = new CodeRow("401", "Unauthorized", ErrorCategory.Unauthenticated);
        _ = new CodeSection(s_source, Basis.Documented, [status]) { IsHttpStatus = true };
        _ = new CodeSection(s_source, Basis.Documented, [voice]) { Space = "voice" };

        CodeAnchor.Of(status).Should().Be("http-401");
        CodeAnchor.Of(voice).Should().Be("code-voice.401");
    }

    [Fact]
    public void Of_EveryRowOfAVendor_IsItsOwn()
    {
        foreach (Vendor vendor in Vendor.All)
        {
            vendor.Codes.Select(CodeAnchor.Of).Should().OnlyHaveUniqueItems(vendor.Id).And.OnlyContain(anchor => Uri.IsWellFormedUriString($"https://docs.example/page#{anchor}", UriKind.Absolute));
        }
    }

    private static CodeRow Row(CodeRow row) => new CodeSection(s_source, Basis.Documented, [row]).Rows[0];
}
