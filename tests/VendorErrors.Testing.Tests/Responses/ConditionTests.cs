using VendorErrors.Definitions;

namespace VendorErrors.Testing.Tests.Responses;

/// <summary>A row that counts at an operation, or beside something else than its code, is composed there and with it.</summary>
public class ConditionTests
{
    [Theory]
    [InlineData("Token", "/v1/chat/x", "")]
    [InlineData("Token used", "/some/ordinary/resource", """{"message":"Invalid reply token"}""")]
    [InlineData("Fields", "/some/ordinary/resource", """{"message":"Fields","reasons":["x"]}""")]
    [InlineData("Accepted before", "/some/ordinary/resource", """{"message":"Accepted before"}""")]
    public void For_Status_IsWhereItCounts(string name, string path, string body)
    {
        ComposedResponse answer = VendorResponses.For(ConditionVendors.Statuses, Row(ConditionVendors.Statuses, name));

        (answer.Path, answer.Body).Should().Be((path, body));
        answer.Classify().Category.Should().Be(Row(ConditionVendors.Statuses, name).Category);
    }

    [Fact]
    public void For_StatusThatAHeaderTells_HasTheHeader() =>
        VendorResponses.For(ConditionVendors.Statuses, Row(ConditionVendors.Statuses, "Accepted before")).Headers.Should().ContainSingle().Which.Key.Should().Be("X-Accepted");

    [Fact]
    public void For_StatusWithAWaitOfTheVendor_SaysItThere()
    {
        ComposedResponse answer = VendorResponses.For(ConditionVendors.Statuses, "429", new ResponseOptions { Wait = TimeSpan.FromSeconds(90), WaitHint = ConditionVendors.Statuses.Definition.WaitHints[0] });

        answer.Headers.Select(header => header.Key).Should().Equal("Date", "X-Reset");
        answer.Body.Should().BeEmpty();
    }

    [Fact]
    public void For_CodeAndWordsInOneHeader_SaysBoth()
    {
        ComposedResponse answer = VendorResponses.For(ConditionVendors.Challenges, "invalid_token", new ResponseOptions { Message = "It is old" });

        answer.Headers.Should().ContainSingle().Which.Value.Should().Be("""xerror="invalid_token"x, error_description="It is old"x""");
        answer.Classify().Answer.Should().Match<VendorAnswer>(read => read.Code == "invalid_token" && read.Message == "It is old");
    }

    [Fact]
    public void Unlisted_CodeThatMustNotBeEmpty_IsAText() =>
        VendorResponses.Unlisted(ConditionVendors.Challenges, "77").Body.Should().Be("""{"error":"77","words":"77"}""");

    [Theory]
    [InlineData("Done", """{"value":[{"code":200,"text":"Done"}]}""")]
    [InlineData("Taken", """{"value":[{"code":202,"text":"Taken"}]}""")]
    public void For_SuccessOfAnEntry_IsAnEntryThatWorked(string name, string body)
    {
        ComposedResponse answer = VendorResponses.For(ConditionVendors.Results, Row(ConditionVendors.Results, name));

        answer.Body.Should().Be(body);
        answer.Classify().IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void For_AnyOtherCodeOfNumbers_IsANumber() =>
        VendorResponses.For(ConditionVendors.Results, Row(ConditionVendors.Results, "Any other")).Body.Should().Be("""{"value":[{"code":7777,"text":"Any other"}]}""");

    [Fact]
    public void For_EntryBesideWhichARuleDecides_IsThatEntry()
    {
        VendorResult read = VendorResponses.For(ConditionVendors.Results, Row(ConditionVendors.Results, "Not allowed")).Classify();

        read.Outcome.Should().Be(VendorOutcome.PartialSuccess);
        read.Answer!.Items.Should().ContainSingle().Which.Should().Match<VendorItem>(item => item.Code == "403" && item.Category == ErrorCategory.PermissionDenied);
    }

    [Theory]
    [InlineData("No such object", "33")]
    [InlineData("A subcode of a range", "458")]
    public void For_RowThatASecondCodeTells_HasIt(string name, string inner) =>
        VendorResponses.For(ConditionVendors.SecondCodes, Row(ConditionVendors.SecondCodes, name)).Classify().Answer!.InnerCode.Should().Be(inner);

    private static CodeRow Row(Vendor vendor, string name) => vendor.Codes.Single(row => row.Name == name);
}
