using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Classification.Words;

/// <summary>Words that stand where no definition looks: lists and maps of complaints, pages without a title, XML.</summary>
public class ComplaintsTests
{
    [Theory]
    [InlineData("yeastar-p-series", 400, """{"type":"about:blank","title":"One or more validation errors occurred.","status":400,"errors":{"Number":["The Number field is required.","It is short."],"$.to":["bad"]}}""",
        "One or more validation errors occurred.|The Number field is required.|It is short.|bad", "Number,,The Number field is required.|Number,,It is short.|$.to,,bad")]
    [InlineData("dexatel", 400, """{"title":"One or more validation errors occurred.","status":400,"errors":{"Number":["The Number field is required."]}}""",
        "One or more validation errors occurred.|The Number field is required.", "Number,,The Number field is required.")]
    [InlineData("dialnexa", 400, """{"statusCode":400,"message":[{"property":"to","value":"x","constraints":{"isPhoneNumber":"to must be a phone number","isString":"to must be a string"}},{"property":"agent","children":[{"property":"id","constraints":{"isUuid":"id must be a UUID"}}]}],"error":"Bad Request"}""",
        "to must be a phone number|to must be a string|id must be a UUID", "to,isPhoneNumber,to must be a phone number|to,isString,to must be a string|agent.id,isUuid,id must be a UUID")]
    [InlineData("yeastar-p-series", 422, """{"detail":[{"loc":["body","to"],"msg":"field required","type":"value_error.missing"}]}""", "field required", "body.to,value_error.missing,field required")]
    [InlineData("yeastar-p-series", 422, """{"errors":[{"field":"to","message":"is bad","rejectedValue":"x"}]}""", "is bad", "to,,is bad")]
    [InlineData("yeastar-p-series", 422, """{"errors":[{"status":"422","code":"E1","title":"Invalid","detail":"is bad","source":{"pointer":"/data/to"}}]}""", "is bad", "/data/to,E1,is bad")]
    [InlineData("yeastar-p-series", 422, """{"title":"Bad","invalid-params":[{"name":"age","reason":"must be positive"}]}""", "Bad|must be positive", "age,,must be positive")]
    [InlineData("yeastar-p-series", 400, """{"error":{"code":400,"message":"Invalid","details":[{"@type":"t","fieldViolations":[{"field":"to","description":"is bad"}]}]}}""", "Invalid|is bad", "to,,is bad")]
    [InlineData("yeastar-p-series", 400, """{"title":"Not good","detail":"The number is too short"}""", "The number is too short|Not good", "")]
    [InlineData("yeastar-p-series", 400, """{"error":"invalid_grant","error_description":"Expired"}""", "Expired|invalid_grant", "")]
    [InlineData("yeastar-p-series", 500, """{"errorMessage":"x is not defined","errorType":"ReferenceError"}""", "x is not defined", "")]
    [InlineData("yeastar-p-series", 401, """{"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}""", "Invalid ApiKey", "")]
    [InlineData("yeastar-p-series", 200, """{"errcode":40002,"errmsg":"PARAMETER ERROR","invalid_param_list":[{"value":"x","validation_type":"required"},{}]}""", "PARAMETER ERROR", ",,required")]
    [InlineData("talkdesk-dialer", 400, """{"statusCode":5,"message":[{"a":{"b":1}},[1],true],"payload":null}""", "", "")]
    [InlineData("talkdesk-dialer", 400, """{"statusCode":5,"message":{"message":"x"},"payload":null}""", "x", "")]
    public void Classify_ComplaintsOfAnyShape_AreMessagesAndFields(string vendor, int status, string body, string messages, string fields)
    {
        VendorError error = Vendor.All.Single(known => known.Id == vendor).Classify(status, body).Error!;

        string.Join("|", error.Messages).Should().Be(messages);
        string.Join("|", error.Fields.Select(field => $"{field.Field},{field.Code},{field.Message}")).Should().Be(fields);
    }

    [Theory]
    [InlineData("<html><body><h1>Bad <b>Gateway</b></h1><p>x</p></body></html>", "Bad Gateway")]
    [InlineData("<html><head><title></title></head><body><h1>Blocked</h1></body></html>", "Blocked")]
    [InlineData("<h1>Down &amp; out</h1>", "Down & out")]
    [InlineData("<center><h2>Nothing here</h2></center>", "Nothing here")]
    [InlineData("<html><head><style>h1 { x }</style></head><body><script>var a = '<b>';</script>Service is\r\n down</body></html>", "Service is down")]
    [InlineData("<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"x\"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring xml:lang=\"en\">No such call</faultstring></s:Fault></s:Body></s:Envelope>", "No such call")]
    [InlineData("<e:Envelope xmlns:e=\"x\"><e:Body><e:Fault><e:Code><e:Value>e:Sender</e:Value></e:Code><e:Reason><e:Text xml:lang=\"en\">No such call</e:Text></e:Reason></e:Fault></e:Body></e:Envelope>", "No such call")]
    [InlineData("<Error><Code>AccessDenied</Code><Message><![CDATA[Access <Denied>]]></Message></Error>", "Access <Denied>")]
    [InlineData("<messages><message>one</message></messages>", "one")]
    public void Classify_Markup_SaysWhatAPersonWouldRead(string body, string message) => Vendor.Dialnexa.Classify(502, body).Error!.Message.Should().Be(message);

    [Fact]
    public void Classify_XmlWithARequestId_KeepsIt() =>
        Vendor.Dialnexa.Classify(403, "<Error><Code>AccessDenied</Code><RequestId>4442587FB7D0A2F9</RequestId></Error>").Error!.CorrelationId.Should().Be("4442587FB7D0A2F9");

    [Fact]
    public void Explain_ListsOfASuccess_AreData()
    {
        VendorAnswer answer = Vendor.Dexatel.Explain(new VendorResponse(200, """{"data":[],"details":[{"field":"to","message":"x"}]}"""u8)).Answer!;

        answer.Fields.Should().BeEmpty();
        answer.Messages.Should().BeEmpty();
    }

    [Theory]
    [InlineData("errors")]
    [InlineData("invalid-params")]
    [InlineData("invalid_params")]
    [InlineData("violations")]
    [InlineData("fieldErrors")]
    [InlineData("validationErrors")]
    public void Classify_MapFromFieldsToTheirTexts_IsReadUnderEachName(string name) => Read($$$"""{"{{{name}}}":{"to":"is bad"}}""").Should().Be("to,,is bad,");

    [Theory]
    [InlineData("""{"error":{"errors":[ENTRY]}}""")]
    [InlineData("""{"detail":[ENTRY]}""")]
    [InlineData("""{"details":[ENTRY]}""")]
    [InlineData("""{"message":[ENTRY]}""")]
    [InlineData("""{"error":{"details":[ENTRY]}}""")]
    public void Classify_ListOfComplaints_IsReadInEachPlace(string body) =>
        Read(body.Replace("ENTRY", """{"field":"to","message":"is bad"}""", StringComparison.Ordinal)).Should().Be("to,,is bad,");

    [Fact]
    public void Classify_DetailsThatAreNoComplaints_AreData() => Read("""{"title":"Bad","details":{"to":"x"}}""").Should().BeEmpty();

    [Theory]
    [InlineData("property")]
    [InlineData("propertyName")]
    [InlineData("field")]
    [InlineData("fieldName")]
    [InlineData("loc")]
    [InlineData("pointer")]
    [InlineData("path")]
    [InlineData("param")]
    [InlineData("attribute")]
    [InlineData("target")]
    [InlineData("name")]
    public void Classify_EachNameOfTheField_IsKnown(string name) => Read($$"""{"errors":[{"{{name}}":"to","msg":"is bad"}]}""").Should().Be("to,,is bad,");

    [Theory]
    [InlineData("code")]
    [InlineData("errorCode")]
    [InlineData("rule")]
    [InlineData("keyword")]
    [InlineData("type")]
    public void Classify_EachNameOfTheCode_IsKnown(string name) => Read($$"""{"errors":[{"field":"to","{{name}}":"E1","msg":"is bad"}]}""").Should().Be("to,E1,is bad,");

    [Theory]
    [InlineData("message")]
    [InlineData("msg")]
    [InlineData("errorMessage")]
    [InlineData("detail")]
    [InlineData("description")]
    [InlineData("reason")]
    [InlineData("defaultMessage")]
    [InlineData("title")]
    [InlineData("error")]
    public void Classify_EachNameOfTheSentence_IsKnown(string name) => Read($$"""{"errors":[{"field":"to","{{name}}":"is bad"}]}""").Should().Be("to,,is bad,");

    [Theory]
    [InlineData("value")]
    [InlineData("attemptedValue")]
    [InlineData("rejectedValue")]
    [InlineData("input")]
    public void Classify_EachNameOfTheValue_IsKnown(string name) => Read($$"""{"errors":[{"field":"to","msg":"is bad","{{name}}":"x"}]}""").Should().Be("to,,is bad,x");

    [Theory]
    [InlineData("""{"errors":{"field":"to","message":"is bad"}}""", "to,,is bad,")]
    [InlineData("""{"errors":[{"loc":["body",{"x":1},"to"],"msg":"is bad"}]}""", "body.to,,is bad,")]
    [InlineData("""{"errors":[{"property":"agent","children":[{"constraints":{"isUuid":"is no UUID"}}]}]}""", "agent,isUuid,is no UUID,")]
    public void Classify_OneComplaint_IsReadOnce(string body, string field)
    {
        Read(body).Should().Be(field);
        Vendor.YeastarPSeries.Classify(400, body).Error!.Messages.Should().ContainSingle();
    }

    [Fact]
    public void Classify_FieldOfManySteps_IsReadToABound() =>
        Read($$"""{"errors":[{"loc":[{{string.Join(',', Enumerable.Range(1, 40))}}],"msg":"is bad"}]}""").Should().Be($"{string.Join('.', Enumerable.Range(1, 32))},,is bad,");

    [Fact]
    public void Classify_OneMoreThanAThousandFields_IsLeftOut()
    {
        string list = string.Join(',', Enumerable.Range(0, 1000).Select(i => $$"""{"field":"f{{i}}","message":"m"}"""));

        Vendor.YeastarPSeries.Classify(400, $$$"""{"errors":[{{{list}}}],"detail":{"field":"further","message":"m"}}""").Error!.Fields.Should().HaveCount(1000);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    [InlineData(500, false)]
    public void Classify_NestedComplaint_IsReadToABound(int depth, bool isRead)
    {
        string nested = string.Concat(Enumerable.Repeat("""{"property":"a","children":[""", depth)) + """{"property":"b","message":"is bad"}""" + string.Concat(Enumerable.Repeat("]}", depth));

        Vendor.Dialnexa.Classify(400, $$"""{"statusCode":400,"message":[{{nested}}]}""").Error!.Messages.Should().HaveCount(isRead ? 1 : 0);
    }

    [Fact]
    public void Classify_EndlessNesting_IsReadToABound()
    {
        string children = string.Concat(Enumerable.Repeat("""{"property":"a","children":[""", 500)) + string.Concat(Enumerable.Repeat("]}", 500));

        Vendor.Dialnexa.Classify(400, $$"""{"statusCode":400,"message":[{{children}}]}""").Error!.Messages.Should().BeEmpty();
    }

    private static string Read(string body) =>
        string.Join("|", Vendor.YeastarPSeries.Classify(400, body).Error!.Fields.Select(field => $"{field.Field},{field.Code},{field.Message},{field.Value}"));
}
