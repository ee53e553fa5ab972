using VendorErrors.Definitions;

namespace VendorErrors.Testing.Tests.Responses;

/// <summary>The words and fields that an answer is composed with are read from it again, whatever they are.</summary>
public class MessageTests
{
    public static TheoryData<string, string> Messages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (Vendor vendor in Vendor.All)
            {
                foreach (string message in (string[])["x", "ключ 😀 ß", "a \"quoted\" \\ word", "two\nlines\tand a tab", "{reason}", "{id} {time}", "{\"code\":0}", "<b>&amp;</b>", "$.to: is missing", "name must be text"])
                {
                    data.Add(vendor.Id, message);
                }
            }

            return data;
        }
    }

    public static TheoryData<string, string, string?> Fields
    {
        get
        {
            var data = new TheoryData<string, string, string?>();
            foreach (string code in (string[])["talkdesk-dialer 5", "dialnexa 400", "yeastar-p-series 40002", "8x8-connect -1009"])
            {
                foreach (string name in (string[])["number", "data.number", "contacts[0].phone", "phone-number", "to"])
                {
                    foreach (string? message in (string?[])[null, "is required", "too long", $"{name} must be a number", $"{name} is wrong, says the vendor", "must be text"])
                    {
                        data.Add(code, name, message);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void For_Message_IsReadAsItWasWritten(string vendorId, string message)
    {
        Vendor vendor = Vendor.Find(vendorId)!;
        foreach (CodeRow row in vendor.Codes)
        {
            ComposedResponse response = VendorResponses.For(vendor, row, new ResponseOptions { Message = message });

            // A vendor whose shapes carry no such status says it by HTTP, and the body is the message itself. Some shapes have no place for words.
            if (response.Body != message && HasWords(row, response.Shape))
            {
                response.Classify().Answer!.Messages.Should().Contain(message, $"{row} was composed as {response.Body}");
            }
        }
    }

    // What is said of an entry that worked is data; a row that certain words tell has no others.
    private static bool HasWords(CodeRow row, Envelope? shape) =>
        shape is not null && (shape.Message.Count > 0 || (row.Outcome == VendorOutcome.Failure && shape.Items is { Message.Count: > 0 }));

    [Theory]
    [MemberData(nameof(Fields))]
    public void For_Field_IsReadByItsName(string vendorAndCode, string name, string? message)
    {
        string[] parts = vendorAndCode.Split(' ');
        ComposedResponse response = VendorResponses.For(Vendor.Find(parts[0])!, parts[1], new ResponseOptions { Fields = [new FieldError(name, null, message, null)] });

        VendorResult result = response.Classify();

        string? read = result.Answer!.Fields.Should().ContainSingle(response.Body).Which.Field;
        read.Should().BeOneOf([name, $"$.{name}"], response.Body);
        result.Category!.Value.ToGroup().Should().Be(ErrorGroup.Request);
    }

    [Fact]
    public void For_FieldsInSentences_AreAListOfThem() =>
        VendorResponses.For(Vendor.Dialnexa, "400", new ResponseOptions { Fields = [new("agent_id", null, "should not be empty", null), new("to", null, null, null), new("name", null, "odd", null)] }).Body
            .Should().Be("""{"statusCode":400,"message":["agent_id should not be empty","to is not valid","name is not valid: odd"],"error":"Bad Request"}""");

    [Fact]
    public void For_FieldsInAList_StandInTheVendorsMembers() =>
        VendorResponses.For(Vendor.YeastarPSeries, "40002", new ResponseOptions { Fields = [new("number", null, "regex", "+1")] }).Body
            .Should().Be("""{"errcode":40002,"errmsg":"PARAMETER ERROR","invalid_param_list":[{"field":"number","validation_type":"regex","value":"+1"}]}""");

    [Fact]
    public void For_OneFieldWhereTheVendorHasAnObject_IsOne() =>
        VendorResponses.For(Vendor.TalkdeskDialer, "5", new ResponseOptions { Fields = [new("phoneNumber", "INVALID", null, null)] }).Body
            .Should().Be("""{"statusCode":5,"message":"Validation Error","payload":{"field":"phoneNumber","code":"INVALID"}}""");
}
