using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Packs;

/// <summary>Each fault of a pack gives its line, its place and one sentence.</summary>
public class PackFaultTests
{
    [Fact]
    public void Load_SmallPack_HasNoFault() => SmallPack.FaultsOf(SmallPack.Text).Should().BeEmpty();

    [Theory]
    [InlineData("\"pack\": 1,", "", "acme.json(1): 'pack' is missing; the present format is 1")]
    [InlineData("\"pack\": 1", "\"pack\": 2", "acme.json(2): pack: the format 2 is unknown; this version of the library reads 1")]
    [InlineData("\"pack\": 1", "\"pack\": \"1\"", "acme.json(2): pack: expected a whole number, not a text")]
    [InlineData("\"id\": \"acme-voice\",", "", "acme.json(1): 'id' is missing, such as \"acme-voice\"")]
    [InlineData("\"id\": \"acme-voice\"", "\"id\": \"Acme\"", "acme.json: The id 'Acme' is not made of lower-case letters, digits and single hyphens, such as 'acme-voice'.")]
    [InlineData("\"name\": \"Acme Voice\",", "", "acme.json(1): 'name' is missing: the product's name for people")]
    [InlineData("\"Acme Voice\"", "\" \"", "acme.json(1): 'name' is missing: the product's name for people")]
    [InlineData("\"name\": \"Acme Voice\"", "\"name\": 7", "acme.json(4): name: expected a text, not a number")]
    [InlineData("\"name\": \"Acme Voice\",", "\"name\": \"Acme Voice\", \"name\": \"Acme\",", "acme.json(4): name: the member 'name' is here twice")]
    [InlineData("\"name\": \"Acme Voice\",", "\"name\": \"Acme Voice\", \"read\": \"30.11.2026\",", "acme.json(4): read: a day is written as 2026-11-30")]
    public void Load_FaultOfTheHead_SaysWhere(string piece, string broken, string expected) => Check(piece, broken, expected);

    [Theory]
    [InlineData("\"envelopes\": [", "\"envelope\": [", "acme.json(6): envelope: 'envelope' is unknown here; did you mean 'envelopes'? Known are $schema, pack, ")]
    [InlineData("\"message\": \"text\"", "\"mesage\": \"text\"", "acme.json(7): envelopes[0].mesage: 'mesage' is unknown here; did you mean 'message'? Known are name, when, ")]
    [InlineData("\"message\": \"text\"", "\"Message\": \"text\"", "acme.json(7): envelopes[0].Message: 'Message' is unknown here; did you mean 'message'? Known are name, when, ")]
    [InlineData("{ \"has\"", "{ \"hass\"", "acme.json(7): envelopes[0].when.hass: 'hass' is unknown here; did you mean 'has'? Known are has, lacks, ")]
    [InlineData("\"wait\": \"5s\"", "\"waits\": \"5s\"", "acme.json(12): codes[0].rows.17.waits: 'waits' is unknown here; did you mean 'wait'? Known are is, name, effect, ")]
    [InlineData("\"message\": \"text\"", "\"zzz\": \"text\"", "acme.json(7): envelopes[0].zzz: 'zzz' is unknown here. Known are name, when, ")]
    public void Load_UnknownMember_NamesTheNearest(string piece, string broken, string expected) =>
        SmallPack.FaultsOf(SmallPack.With(piece, broken)).Should().Contain(fault => fault.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"code\": \"result\"", "\"code\": \"$.result\"", "acme.json(7): envelopes[0].code: '$.result' is no path: a path consists of names separated by dots")]
    [InlineData("\"code\": \"result\"", "\"code\": \"errors[0].code\"", "acme.json(7): envelopes[0].code: 'errors[0].code' is no path: a path consists")]
    [InlineData("\"code\": \"result\"", "\"code\": \"errors.0.code\"", "acme.json(7): envelopes[0].code: 'errors.0.code' is no path: a number is not an index here")]
    [InlineData("\"code\": \"result\"", "\"code\": \"errors.*.code\"", "acme.json(7): envelopes[0].code: 'errors.*.code' is no path: '*' is not a wildcard here")]
    [InlineData("\"code\": \"result\"", "\"code\": \"header:X-Error\"", "acme.json(7): envelopes[0].code: 'header:X-Error' is no path: a path leads to a member of the body only")]
    [InlineData("\"code\": \"result\"", "\"code\": \"\"", "acme.json(7): envelopes[0].code: '' is no path: a path consists")]
    [InlineData("\"code\": \"result\"", "\"code\": {}", "acme.json(7): envelopes[0].code: a place is a 'path', a 'header', or a 'list' with 'where' and 'path'")]
    [InlineData("\"code\": \"result\"", "\"code\": { \"path\": \"a\", \"header\": \"b\" }", "acme.json(7): envelopes[0].code: a place is a 'path', a 'header', or")]
    [InlineData("\"code\": \"result\"", "\"code\": { \"header\": \"X Error\" }", "acme.json(7): envelopes[0].code.header: 'X Error' is no header: a header's name has neither spaces nor colons")]
    [InlineData("{ \"has\": \"result\" }", "{ \"has\": { \"header\": \"X:\" } }", "acme.json(7): envelopes[0].when.has.header: 'X:' is no header: ")]
    [InlineData("{ \"has\": \"result\" }", "{ \"header\": \"X:\", \"is\": \"a\" }", "acme.json(7): envelopes[0].when.header: 'X:' is no header: ")]
    [InlineData("{ \"has\": \"result\" }", "{ \"has\": {} }", "acme.json(7): envelopes[0].when.has: a test on no path needs 'header'")]
    [InlineData("{ \"has\": \"result\" }", "{}", "acme.json(7): envelopes[0].when: a condition is one of has, lacks, ")]
    [InlineData("{ \"has\": \"result\" }", "{ \"has\": \"a\", \"lacks\": \"b\" }", "acme.json(7): envelopes[0].when: a condition is one test; combine several with 'all' or 'any'")]
    [InlineData("{ \"has\": \"result\" }", "{ \"all\": [{ \"has\": \"a\" }] }", "acme.json(7): envelopes[0].when.all: two conditions or more are combined")]
    [InlineData("{ \"has\": \"result\" }", "{ \"path\": \"a\" }", "acme.json(7): envelopes[0].when: a condition is one of has, lacks, ")]
    [InlineData("\"when\": { \"has\": \"result\" }, ", "", "acme.json(7): envelopes[0]: an envelope needs 'when'")]
    [InlineData("{ \"name\": \"result\", ", "{ ", "acme.json(7): envelopes[0]: an envelope needs 'name'")]
    [InlineData("\"message\": \"text\"", "\"product\": \"fax\"", "acme.json(7): envelopes[0]: The envelope 'result' is of the product 'fax', which is not defined.")]
    [InlineData("\"message\": \"text\"", "\"operation\": \"POST calls/{id}\"", "acme.json(7): envelopes[0]: The operation 'POST calls/{id}' contains a brace or a query; write * for any segment.")]
    [InlineData("\"message\": \"text\"", "\"failureStatus\": 4294967496", "acme.json(7): envelopes[0].failureStatus: expected a number from 100 to 599")]
    [InlineData("\"message\": \"text\"", "\"items\": { \"path\": \"a\", \"code\": \"[].b\" }", "acme.json(7): envelopes[0]: The envelope 'result' has the path '[].b'; '[]' at the beginning is a body that is a list itself")]
    [InlineData("\"message\": \"text\"", "\"message\": { \"path\": \"text\", \"after\": \"\" }", "acme.json(7): envelopes[0]: The envelope 'result' cuts 'text' at an empty text")]
    public void Load_FaultOfAnEnvelope_SaysWhere(string piece, string broken, string expected) => Check(piece, broken, expected);

    [Theory]
    [InlineData("\"5s\"", "\"5\"", "acme.json(12): codes[0].rows.17.wait: '5' is no wait; write a number with ms, s, m, h or d, such as 5s")]
    [InlineData("\"5s\"", "5", "acme.json(12): codes[0].rows.17.wait: expected a wait with its unit, such as \"5s\", not a number")]
    [InlineData("\"5s\"", "\"99d\"", "acme.json(12): codes[0].rows.17: The row '17 Busy' has a wait of 99.00:00:00; it must be from a millisecond to 31 days; check its unit.")]
    [InlineData("\"rate_limited\"", "\"rate_limit\"", "acme.json(12): codes[0].rows.17.is: 'rate_limit' is neither a category nor an outcome; near are rate_limited")]
    [InlineData("\"is\": \"rate_limited\", ", "", "acme.json(12): codes[0].rows.17: a row needs 'is': what the code means")]
    [InlineData(", \"name\": \"Busy\"", "", "acme.json(12): codes[0].rows.17: a row needs 'name': the vendor's words for the code")]
    [InlineData("\"17\":", "\"0\":", "acme.json(12): codes[0].rows.0: the code '0' is here twice; write its rows as a list")]
    [InlineData("\"17\":", "\"a*b*c\":", "acme.json(12): codes[0].rows['a*b*c']: The row 'a*b*c Busy' has two stars; a pattern has one.")]
    [InlineData("\"17\":", "\"17..x\":", "acme.json(12): codes[0].rows['17..x']: The row '17 to x Busy' is a range whose bounds are neither integers nor words")]
    [InlineData("\"wait\": \"5s\"", "\"retries\": -1", "acme.json(12): codes[0].rows.17.retries: expected a number of 0 or more")]
    [InlineData("\"wait\": \"5s\"", "\"retries\": 4294967297", "acme.json(12): codes[0].rows.17.retries: expected a number of 0 or more")]
    [InlineData("\"wait\": \"5s\"", "\"retries\": 1.5", "acme.json(12): codes[0].rows.17.retries: expected a whole number, not a number with a fraction or too many digits")]
    [InlineData("\"wait\": \"5s\"", "\"status\": 4294967496", "acme.json(12): codes[0].rows.17.status: expected a number from 100 to 599")]
    [InlineData("\"wait\": \"5s\"", "\"effect\": \"nothing\"", "acme.json(12): codes[0].rows.17.effect: 'nothing' is unknown; known are none, unknown, partial, applied")]
    [InlineData("\"document\": \"errors\"", "\"document\": \"error\"", "acme.json(10): codes[0].document: no document is named 'error' in 'documents', which comes before; there are errors")]
    [InlineData("\"document\": \"errors\", ", "", "acme.json(10): codes[0]: a section names the document that its rows were read in")]
    public void Load_FaultOfARow_SaysWhere(string piece, string broken, string expected) => Check(piece, broken, expected);

    [Theory]
    [InlineData("http://docs.acme.example/errors")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://https://docs.acme.example")]
    [InlineData("//docs.acme.example/errors")]
    [InlineData("user@docs.acme.example/errors")]
    [InlineData("docs.acme.example/a b")]
    [InlineData("docs.acme.example/<script>")]
    [InlineData("localhost/errors")]
    [InlineData("")]
    public void Load_AddressThatIsNoDocument_IsRefused(string address) =>
        SmallPack.FaultsOf(SmallPack.With("docs.acme.example/errors", address)).Should().ContainSingle().Which.Should().StartWith($"acme.json(5): documents.errors: '{address}' is no address of a document; write host and path");

    [Fact]
    public void Load_AddressWithItsScheme_IsTheSameWithoutIt() =>
        SmallPack.Load(SmallPack.With("\"docs.acme", "\"https://docs.acme")).Definition.Codes[0].Source.Address.Should().Be("docs.acme.example/errors");

    [Theory]
    [InlineData("\"use\": [\"./http.json\"]", "acme.json(14): use: no shape has the id './http.json'; there are aspnet, ")]
    [InlineData("\"use\": [\"https://acme.example/pack.json\"]", "acme.json(14): use: no shape has the id 'https://acme.example/pack.json'; there are aspnet, ")]
    [InlineData("\"use\": \"acme-voice\"", "acme.json(14): use: no shape has the id 'acme-voice'; there are aspnet, ")]
    [InlineData("\"use\": \"dexatel\"", "acme.json(14): use: no shape has the id 'dexatel'; there are aspnet, ")]
    [InlineData("\"use\": [\"oauth2\", \"oauth2\"]", "acme.json(14): use: the shape 'oauth2' is used twice")]
    [InlineData("\"waits\": [{ \"header\": \"X-Reset\" }]", "acme.json(14): waits[0]: a wait needs 'unit': one header has two units at two vendors")]
    [InlineData("\"waits\": [{ \"header\": \"X-Reset\", \"unit\": \"days\" }]", "acme.json(14): waits[0].unit: 'days' is unknown; known are seconds, ")]
    [InlineData("\"waits\": [{ \"unit\": \"epoch\" }]", "acme.json(14): waits[0]: a place is a 'path', a 'header', or")]
    [InlineData("\"waits\": [{ \"says\": [\"a\"], \"unit\": \"seconds\" }]", "acme.json(14): waits[0]: 'says' is a list of two texts")]
    [InlineData("\"waits\": [{ \"path\": \"a\", \"member\": \"b\", \"unit\": \"seconds\" }]", "acme.json(14): waits[0]: 'member' is of JSON in a header")]
    [InlineData("\"waits\": [{ \"says\": [\" \", \"s\"], \"unit\": \"seconds\" }]", "acme.json(14): waits[0]: A wait hint is in a message without the texts around the number")]
    [InlineData("\"operations\": [{ \"operation\": \"POST find\", \"safety\": \"read\" }]", "acme.json(14): operations[0]: an operation that may be sent twice names the document that says so")]
    [InlineData("\"operations\": [{ \"operation\": \"POST\", \"safety\": \"non_idempotent_write\" }]", "acme.json(14): operations[0]: The operation 'POST' names a method and no path.")]
    [InlineData("\"operations\": [{ \"safety\": \"read\" }]", "acme.json(14): operations[0]: an operation needs 'operation' and 'safety'")]
    [InlineData("\"products\": { \"Fax\": { \"name\": \"Fax\", \"at\": \"fax/**\" } }", "acme.json(14): products.Fax: The product 'Fax' has an id that is not made of lower-case letters")]
    [InlineData("\"products\": { \"fax\": { \"name\": \"Fax\" } }", "acme.json(14): products.fax: a product needs 'name', and in 'at' where it is")]
    [InlineData("\"idempotencyKey\": {}", "acme.json(14): idempotencyKey: an idempotency key needs 'header'")]
    [InlineData("\"requiredEnvelope\": {}", "acme.json: An envelope is required for no operation; name the operations, or set Always.")]
    [InlineData("\"answers\": [{ \"name\": \"a\", \"is\": \"success\" }]", "acme.json(14): answers[0]: an answer needs 'status', from 100 to 599, or 0 where there is none")]
    [InlineData("\"answers\": [{ \"name\": \"a\", \"status\": 200 }]", "acme.json(14): answers[0]: an answer needs 'is': what it means")]
    [InlineData("\"answers\": [{ \"name\": \"a\", \"status\": 600, \"is\": \"success\" }]", "acme.json(14): answers[0]: an answer needs 'status', from 100 to 599, or 0 where there is none")]
    [InlineData("\"answers\": [{ \"name\": \"a\", \"status\": 200, \"is\": \"success\", \"text\": \"a\", \"body\": 1 }]", "acme.json(14): answers[0].body: an answer has one body")]
    [InlineData("\"simulate\": { \"operations\": [{ \"kind\": \"call\", \"operation\": \"POST calls\" }] }", "acme.json(14): simulate.operations[0].kind: 'call' is unknown; known are none, read, dial, ")]
    public void Load_FaultOfAnotherPart_SaysWhere(string member, string expected) =>
        SmallPack.FaultsOf(SmallPack.And(member)).Should().ContainSingle().Which.Should().StartWith(expected);

    [Fact]
    public void Load_ManyFaults_SaysAllAtOnce() =>
        SmallPack.FaultsOf(SmallPack.Text.Replace("\"5s\"", "\"5\"", StringComparison.Ordinal).Replace("\"text\"", "\"$\"", StringComparison.Ordinal).Replace("\"OK\"", "7", StringComparison.Ordinal))
            .Select(fault => fault.Split(": ")[0] + ": " + fault.Split(": ")[1]).Should().Equal(
                "acme.json(7): envelopes[0].message", "acme.json(11): codes[0].rows.0.name", "acme.json(12): codes[0].rows.17.wait");

    [Fact]
    public void Load_RowWithoutAllItNeeds_SaysBoth() =>
        SmallPack.FaultsOf(SmallPack.With("{ \"is\": \"success\", \"name\": \"OK\" }", "{}")).Should().HaveCount(2);

    [Fact]
    public void Load_Faults_AreTheLinesOfTheMessage()
    {
        VendorPackException e = SmallPack.Text.Invoking(text => SmallPack.Load(text.Replace("\"name\"", "\"nam\"", StringComparison.Ordinal))).Should().Throw<VendorPackException>().Which;

        e.FileName.Should().Be("acme.json");
        e.Message.Should().Be(string.Join(Environment.NewLine, e.Faults)).And.NotContain("\n\n");
        e.Faults.Should().HaveCountGreaterThan(4).And.OnlyContain(fault => !fault.Contains('\n'));
    }

    [Theory]
    [InlineData("", "acme.json: the file is empty")]
    [InlineData(" \n ", "acme.json(2): it is no JSON here: ")]
    [InlineData("{", "acme.json(1): it is no JSON here: ")]
    [InlineData("[]", "acme.json(1): expected an object: a vendor as")]
    [InlineData("null", "acme.json(1): expected an object: a vendor as")]
    [InlineData("<html>", "acme.json(1): it is no JSON here: ")]
    [InlineData("// a\n{}", "acme.json(1): it is no JSON here: ")]
    public void Load_NoObject_SaysSoInOneLine(string text, string expected) =>
        SmallPack.FaultsOf(text)[0].Should().StartWith(expected).And.NotContain("LineNumber");

    [Fact]
    public void Load_SomethingAfterThePack_IsRefused() =>
        SmallPack.FaultsOf(SmallPack.Text + "\n{}").Should().ContainSingle().Which.Should().StartWith("acme.json(15): it is no JSON here: ");

    [Fact]
    public void Load_ByteOrderMark_IsReadOver() => SmallPack.FaultsOf("\uFEFF" + SmallPack.Text).Should().BeEmpty();

    [Fact]
    public void Load_ByteOrderMark_ChangesNoLine() =>
        SmallPack.FaultsOf("\uFEFF" + SmallPack.With("\"17\":", "\"a*b*c\":")).Should().ContainSingle().Which.Should().StartWith("acme.json(12): ");

    [Fact]
    public void Load_FileThatIsNotThere_SaysSo() =>
        "none.json".Invoking(path => Vendor.Load(path)).Should().Throw<FileNotFoundException>();

    [Fact]
    public void Load_NoStream_IsRefused() => new Action(() => Vendor.Load(default(Stream)!)).Should().Throw<ArgumentNullException>();

    private static void Check(string piece, string broken, string expected) =>
        SmallPack.FaultsOf(SmallPack.With(piece, broken)).Should().ContainSingle().Which.Should().StartWith(expected);
}
