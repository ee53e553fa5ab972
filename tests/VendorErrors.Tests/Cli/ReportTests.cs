using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>What a night of answers comes to, in the terminal, as JSON and as a page.</summary>
[Trait("Category", "Slow")]
public sealed class ReportTests : IDisposable
{
    private const string Refused = """{"vendor":"dialnexa","status":401,"received_at":"2026-11-30T22:00:00Z","request":{"method":"POST","path":"/v1/calls"},"body":{"statusCode":401,"message":"Unauthorized"}}""";
    private const string MayHaveHappened = """{"vendor":"dialnexa","status":504,"received_at":"2026-12-01T01:30:00Z","request":{"method":"POST","path":"/v1/calls"},"body":"<html>"}""";
    private const string Read = """{"vendor":"dialnexa","status":504,"request":{"method":"GET","path":"/v1/calls"},"body":"<html>"}""";
    private const string Unlisted = """{"vendor":"twilio","status":400,"request":{"method":"POST","path":"/2010-04-01/Accounts/AC00112233445566778899aabbccddeeff/Calls.json?token=s3cr3tvalue99"},"body":"{\"code\":99999,\"message\":\"<script>alert(1)</script> +4915112345678 \u202Egnp \u001b[31m\"}"}""";
    private const string Event = """{"vendor":"8x8-connect","event":true,"body":{"namespace":"VOICE","eventType":"SESSION_SUMMARY","payload":{"sessionId":"s1","sessionStatus":"ERROR","details":{"error":{"code":-2010,"message":"The trunk capacity has been exceeded"}}}}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Json_CountsByVendorCodeEffectAndTime_AndSaysWhere()
    {
        string file = Write("night.ndjson", Refused, MayHaveHappened, Refused, Read, Event, """{"vendor":"dialnexa","status":200""");

        CliResult result = CliProcess.Run("report", file, "--output", "json");

        result.ExitCode.Should().Be(3, result.Error);
        JsonElement report = JsonDocument.Parse(result.Output).RootElement;
        report.GetProperty("answers").GetInt64().Should().Be(4);
        report.GetProperty("failures").GetInt64().Should().Be(4);
        report.GetProperty("events").GetInt64().Should().Be(1);
        report.GetProperty("from").GetDateTimeOffset().Should().Be(new DateTimeOffset(2026, 11, 30, 22, 0, 0, TimeSpan.Zero));
        report.GetProperty("to").GetDateTimeOffset().Should().Be(new DateTimeOffset(2026, 12, 1, 1, 30, 0, TimeSpan.Zero));
        report.GetProperty("effect_unknown").GetInt64().Should().Be(1, "a read that timed out leaves no question");
        report.GetProperty("effect_unknown_examples")[0].GetProperty("place").GetString().Should().Be("night.ndjson:2");
        JsonElement most = report.GetProperty("codes").EnumerateArray().Single(code => code.GetProperty("code").GetString() == "401");
        most.GetProperty("count").GetInt64().Should().Be(2);
        most.GetProperty("advice").GetString().Should().NotBeEmpty();
        most.GetProperty("examples").EnumerateArray().Select(example => example.GetProperty("place").GetString()).Should().Equal("night.ndjson:1", "night.ndjson:3");
        report.GetProperty("intervals").GetArrayLength().Should().Be(2);
        JsonElement unreadable = report.GetProperty("unreadable_examples")[0];
        unreadable.GetProperty("place").GetString().Should().Be("night.ndjson:6");
        unreadable.GetProperty("error").GetString().Should().StartWith("not one JSON record on one line");
    }

    [Fact]
    public void Table_SaysFirstWhatMayHaveHappened_AndNamesGaps()
    {
        CliResult result = CliProcess.Run("report", Write("night.ndjson", Refused, MayHaveHappened, Unlisted));

        result.ExitCode.Should().Be(0, result.Error);
        string[] lines = result.Output.Split('\n');
        lines[0].Should().StartWith("3 answers, 3 failures, 0 events, 2026-11-30 22:00:00Z");
        lines[1].Should().Be("1 write may have happened: look them up at the vendor, do not send them again");
        lines[2].Should().Be("  night.ndjson:2  POST /v1/calls");
        result.Output.Should().Contain("1 code is not in the catalog: twilio 99999");
        result.Output.Should().Contain("not sent again: it may have happened");
    }

    [Fact]
    public void Page_IsOneFileWithoutScripts_AndShowsTextsOfStrangersAsTexts()
    {
        string page = Path.Combine(_folder, "night.html");

        CliResult result = CliProcess.Run("report", Write("night.ndjson", Refused, MayHaveHappened, Unlisted), "--html", page);

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().Contain($"the page: {page}");
        string html = File.ReadAllText(page);
        XElement root = XDocument.Parse(html.Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal)).Root!;
        root.Descendants().Select(element => element.Name.LocalName).Should().NotIntersectWith(["script", "link", "img", "iframe", "a"], "nothing runs and nothing is loaded");
        root.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Should().NotContain(name => name.StartsWith("on", StringComparison.Ordinal));
        html.Should().Contain("default-src 'none'").And.Contain("alert(1)").And.Contain("1 write may have happened");
        html.Should().NotContain("4915112345678").And.NotContain("s3cr3tvalue99").And.NotContain("\u202E").And.NotContain("\u001b");
    }

    [Fact]
    public void Night_OfAHundredThousandLines_GivesASmallPageWithEveryLineCounted()
    {
        string[] kinds = [Refused, MayHaveHappened, Read, """{"vendor":"dialnexa","status":200,"body":{"id":"c1"}}"""];
        string file = Path.Combine(_folder, "long.ndjson");
        using (var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            for (var i = 0; i < 100_000; i++)
            {
                string time = new DateTimeOffset(2026, 11, 30, 20, 0, 0, TimeSpan.Zero).AddSeconds(i).ToString("s", CultureInfo.InvariantCulture) + "Z";
                writer.WriteLine($$"""{"received_at":"{{time}}",{{kinds[i % kinds.Length].Replace("\"received_at\"", "\"was\"", StringComparison.Ordinal)[1..]}}""");
            }
        }

        string page = Path.Combine(_folder, "long.html");
        CliResult result = CliProcess.Run("report", file, "--html", page);

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().StartWith("100,000 answers, 75,000 failures").And.Contain("25,000 writes may have happened");
        new FileInfo(page).Length.Should().BeLessThan(100 * 1024);
        File.ReadAllText(page).Should().Contain("25,000 writes may have happened").And.Contain("Failures over time");
    }

    [Fact]
    public void SeveralFilesAndHar_AreOneReport()
    {
        string har = Path.Combine(_folder, "browser.har");
        File.WriteAllText(har, """{"log":{"entries":[{"startedDateTime":"2026-12-01T00:00:00Z","time":5,"request":{"method":"POST","url":"https://api.example.com/v1/calls?key=1"},"response":{"status":401,"content":{"text":"{}"}}}]}}""");

        CliResult result = CliProcess.Run("report", Write("night.ndjson", Refused), har, "--vendor", "dialnexa");

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().StartWith("2 answers, 2 failures").And.Contain("browser.har:1");
    }

    [Theory]
    [InlineData("no file 'missing.ndjson'; name an existing file, or - for standard input", "missing.ndjson")]
    [InlineData("unknown output 'xml'; one of table, json", "-", "--output", "xml")]
    [InlineData("nothing to report: the input holds no record", "-")]
    [InlineData("FILES is missing; see vendor-errors report --help")]
    public void Mistakes_GetOneLine(string line, params string[] arguments)
    {
        CliResult result = CliProcess.Run(["report", .. arguments]);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Be($"vendor-errors: {line}{Environment.NewLine}");
        result.Output.Should().BeEmpty();
    }

    [Fact]
    public void Page_OverAnInput_IsRefusedBeforeAnythingIsWritten()
    {
        string file = Write("night.ndjson", Refused);

        CliResult result = CliProcess.Run("report", file, "--html", file);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("is one of the files to read");
        File.ReadAllText(file).Should().StartWith(Refused);
    }

    private string Write(string name, params string[] lines)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllLines(file, lines);
        return file;
    }
}
