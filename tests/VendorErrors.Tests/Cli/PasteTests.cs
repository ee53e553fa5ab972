using System.Text.Json;
using FluentAssertions;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Pasting;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>What people paste means the same in every form, and what is not understood is never a success.</summary>
[Trait("Category", "Slow")]
public sealed class PasteTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public static TheoryData<string> Forms => [.. PastedForms.All.Keys];

    public void Dispose() => File.Delete(_file);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Classify_AnAnswerInAnyForm_MeansTheSameAndSaysTheForm(string form)
    {
        (byte[] paste, string? readAs) = PastedForms.All[form];

        CliResult result = Classify(paste, "--output", "ndjson");

        result.ExitCode.Should().Be(1);
        JsonElement json = JsonDocument.Parse(result.Output).RootElement;
        json.GetProperty("code").GetString().Should().Be(PastedForms.Code);
        json.GetProperty("category").GetString().Should().Be("credential_expired");
        json.GetProperty("message").GetString().Should().Contain("TOKEN").And.Contain("EXPIRED");
        result.Error.TrimEnd().Should().Be(readAs is null ? string.Empty : $"read as: {readAs}");
    }

    [Fact]
    public void Classify_WithOptions_TheyWinOverThePaste()
    {
        byte[] paste = "> GET /a HTTP/1.1\n< HTTP/1.1 429 Too Many Requests\n< Retry-After: 5\n< \n{}"u8.ToArray();

        Classify(paste, "--output", "ndjson").Output.Should().Contain("\"http_status\":429").And.Contain("\"wait_ms\":5000");
        CliResult result = Classify(paste, "--output", "ndjson", "--status", "HTTP/1.1 503 Service Unavailable", "--header", "retry-after: 7");
        result.Output.Should().Contain("\"http_status\":503").And.Contain("\"wait_ms\":7000");
        result.Error.Should().Contain("but --status counts");
    }

    [Theory]
    [InlineData("hello", "not recognized as an answer of yeastar-p-series")]
    [InlineData("{\"foo\":1}", "give --status")]
    [InlineData("{\"@t\":\"x\",\"@m\":\"vendor said {}\"}", "or --body-field if a member holds the body")]
    [InlineData("said {\"a\":{\"errcode\":10004},\"b\":\"cu", "not recognized")]
    [InlineData("x \u001b[31m {\"foo\":1}", "read as: text with JSON inside, no status; not recognized")]
    [InlineData("a {\"errcode\":1} b {\"errcode\":2}", "holds 2 different JSON values; paste one")]
    [InlineData("```\na\n```\n```\nb\n```", "holds 2 blocks")]
    [InlineData("see ```\n{\"errcode\":1}", "has no end")]
    [InlineData("HTTP/1.1 42", "has no status from 100 to 599")]
    [InlineData("HTTP/1.1 200 OK\nfoo bar\n", "is no header")]
    [InlineData("[{\"vendor\":\"x\",\"status\":3,\"body\":{}}]", "use --batch with one record a line")]
    [InlineData("id,body\n1\n", "row 1 of the CSV file has 1 cells, and its header line 2")]
    [InlineData("id,body\n1,\"x\n", "a quote without an end")]
    [InlineData("", "nothing to classify")]
    public void Classify_WhatIsNotUnderstood_IsOneLineAndExitsWith2(string paste, string why) => ShouldBeRefused(System.Text.Encoding.UTF8.GetBytes(paste), why);

    [Fact]
    public void Classify_GzipThatIsCutOrHuge_IsRefused()
    {
        byte[] whole = PastedForms.Gzip(System.Text.Encoding.UTF8.GetBytes(PastedForms.Body));

        ShouldBeRefused(whole[..^9], "cut or damaged");
        ShouldBeRefused(PastedForms.Gzip(new byte[65 * 1024 * 1024]), "more than 64 MiB");
    }

    [Theory]
    [InlineData("fields.ResponseBody", 1, "read as: a JSON record, its member fields.ResponseBody, no status")]
    [InlineData("fields.Object", 1, "read as: a JSON record")]
    [InlineData("fields.responsebody", 2, "no member 'responsebody'; did you mean 'ResponseBody'?")]
    [InlineData("fields.Count", 2, "holds no body")]
    [InlineData("fields.Count.x", 2, "what is before 'x' is no object")]
    public void Classify_WithBodyField_ReadsTheMemberOfALogRecord(string field, int exitCode, string said)
    {
        string record = JsonSerializer.Serialize(new { t = "2026-11-01", fields = new { ResponseBody = PastedForms.Body, Object = JsonDocument.Parse(PastedForms.Body).RootElement, Count = 3 } });

        CliResult result = Classify(System.Text.Encoding.UTF8.GetBytes(record), "--body-field", field);

        result.ExitCode.Should().Be(exitCode);
        result.Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().Contain(said);
    }

    [Fact]
    public void Classify_ACsvFile_WritesARecordForEachRow()
    {
        string cell = $"\"{PastedForms.Body.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

        CliResult result = Classify(System.Text.Encoding.UTF8.GetBytes($"id;status;answer\r\na;200;{cell}\r\n;200 OK;\"{{\r\n}}\"\r\nc;OK;x\r\n"), "--body-field", "answer");

        result.ExitCode.Should().Be(3);
        JsonElement[] records = [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        records.Should().HaveCount(3);
        records[0].GetProperty("code").GetString().Should().Be(PastedForms.Code);
        records[0].GetProperty("id").GetString().Should().Be("a");
        records[1].GetProperty("http_status").GetInt32().Should().Be(200);
        records[2].GetProperty("error").GetString().Should().Contain("invalid status 'OK'");
        result.Error.TrimEnd().Should().Be("read as: CSV, 3 rows");
    }

    [Theory]
    [InlineData("""{"status":400,"responseBody":"x"}""", "unknown member 'responseBody'; did you mean 'body'?")]
    [InlineData("""{"status":400,"Body":"x"}""", "unknown member 'Body'; did you mean 'body'?")]
    [InlineData("""{"statusCode":400}""", "unknown member 'statusCode'; did you mean 'status'?")]
    [InlineData("""{"Status":400}""", "unknown member 'Status'; did you mean 'status'?")]
    [InlineData("""{"status":400,"method":"GET"}""", "unknown member 'method'; did you mean 'request.method'?")]
    [InlineData("{}", "neither body nor status")]
    [InlineData("""{"body":null}""", "neither body nor status")]
    [InlineData("""{"status":400,"responseBody":"x","body":"y"}""", null)]
    [InlineData("""{"status":400,"trace":"x"}""", null)]
    public void Batch_WithAMisnamedMember_SaysTheNearestName(string record, string? error)
    {
        CliResult result = CliProcess.RunWithInput(record, "classify", "--batch", "--vendor", "dexatel");

        result.ExitCode.Should().Be(error is null ? 0 : 3);
        JsonElement json = JsonDocument.Parse(result.Output).RootElement;
        (json.TryGetProperty("error", out JsonElement said) ? said.GetString() : null).Should().Match(text => error == null ? text == null : text!.Contains(error, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Read_CutOrMixedWithGarbage_NeverThrowsAnythingElse(string form)
    {
        byte[] whole = PastedForms.All[form].Paste;
        var random = new Random(form.Length);
        for (var i = 0; i < 400; i++)
        {
            byte[] damaged = Damage(whole, random);
            Action read = () => Read(damaged);

            read.Should().NotThrow($"it was {Convert.ToBase64String(damaged)}");
        }
    }

    private static void Read(byte[] input)
    {
        Vendor vendor = Vendor.YeastarPSeries;
        try
        {
            PastedAnswer paste = PasteReader.Decode(input);
            _ = CsvTable.Find(paste, bodyField: null);
            _ = new PasteReader(body => AnswerRecognition.IsTaken(vendor, body), input.Length % 5 == 0 ? "errmsg" : null).Read(paste);
        }
        catch (UsageException)
        {
            // One line for the user, which is how it should end.
        }
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        byte[] damaged = whole[..random.Next(whole.Length + 1)];
        for (int i = random.Next(4); i > 0 && damaged.Length > 0; i--)
        {
            damaged[random.Next(damaged.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"{}[]\"'\\`>< \n:,H"[random.Next(15)];
        }

        return random.Next(3) == 0 ? [.. damaged, .. whole[random.Next(whole.Length)..]] : damaged;
    }

    private void ShouldBeRefused(byte[] paste, string why)
    {
        CliResult result = Classify(paste);

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().StartWith("vendor-errors: ").And.Contain(why).And.NotContain("\u001b");
    }

    private CliResult Classify(byte[] paste, params string[] options)
    {
        File.WriteAllBytes(_file, paste);
        return CliProcess.Run(["classify", "--vendor", PastedForms.Vendor, .. options, _file]);
    }
}
