using System.Globalization;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>Files are read in blocks by several threads: nobody may see where one block ends and the next begins.</summary>
[Trait("Category", "Slow")]
public sealed class BatchBlockTests : IDisposable
{
    internal const int MaxLineBytes = 16 * 1024 * 1024;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Batch_OfManyBlocks_KeepsOrderAndLineNumbers()
    {
        const int Lines = 30_000;
        using (StreamWriter writer = Write())
        {
            for (var i = 1; i <= Lines; i++)
            {
                // From a few bytes to some kilobytes, and work of all sorts, so that blocks take unlike times.
                string body = new('x', i * 37 % 500 * (i % 5000 < 500 ? 10 : 1));
                writer.Write(i % 1000 == 7 ? "unreadable\n" : Line($$$"""{"id":{{{i}}},"vendor":"dexatel","status":{{{(i % 2 == 0 ? 200 : 404)}}},"body":"{{{body}}}"}"""));
            }
        }

        CliResult result = CliProcess.Run("classify", "--batch", _file);

        result.ExitCode.Should().Be(3);
        JsonElement[] records = Parse(result);
        records.Select(record => record.TryGetProperty("line", out JsonElement line) ? line.GetInt32() : record.GetProperty("id").GetInt32()).Should().Equal(Enumerable.Range(1, Lines));
        records.Count(record => record.TryGetProperty("error", out _)).Should().Be(Lines / 1000);
    }

    [Fact]
    public void Batch_WithLinesLongerThanABlock_ReadsThemWhole()
    {
        string message = new('m', 3 * 1024 * 1024);
        using (StreamWriter writer = Write())
        {
            for (var i = 0; i < 4; i++)
            {
                writer.Write(Line($$$"""{"id":{{{2 * i}}},"vendor":"yeastar-p-series","status":200,"body":{"errcode":10004,"errmsg":"{{{message}}}"}}"""));
                writer.Write(Line($$$"""{"id":{{{(2 * i) + 1}}},"vendor":"yeastar-p-series","status":200,"body":{"errcode":0}}"""));
            }
        }

        JsonElement[] records = Parse(CliProcess.Run("classify", "--batch", _file));

        records.Select(record => record.GetProperty("id").GetInt32()).Should().Equal(Enumerable.Range(0, 8));
        records.Where((_, i) => i % 2 == 0).Should().OnlyContain(record => record.GetProperty("category").GetString() == "credential_expired");
    }

    [Theory]
    [InlineData(MaxLineBytes, true)]
    [InlineData(MaxLineBytes + 1, false)]
    [InlineData(MaxLineBytes + (5 * 1024 * 1024), false)]
    public void Batch_WithALineAtTheLimit_ReadsItOrReportsItAndGoesOn(int length, bool isRead)
    {
        const string Record = """{"id":2,"vendor":"dexatel","status":404}""";
        using (StreamWriter writer = Write())
        {
            writer.Write("""{"id":1,"vendor":"dexatel","status":404}""" + "\n");
            writer.Write(Record + new string(' ', length - Record.Length) + "\n");
            writer.Write("""{"id":3,"vendor":"dexatel","status":404}""" + "\nunreadable");
        }

        JsonElement[] records = Parse(CliProcess.Run("classify", "--batch", _file));

        records.Should().HaveCount(4);
        records[1].TryGetProperty("category", out _).Should().Be(isRead);
        if (!isRead)
        {
            records[1].GetProperty("line").GetInt32().Should().Be(2);
            records[1].GetProperty("error").GetString().Should().Contain("longer than 16777216 bytes");
        }

        records[2].GetProperty("id").GetInt32().Should().Be(3);
        records[3].GetProperty("line").GetInt32().Should().Be(4);
    }

    [Theory]
    [InlineData("\n", "\n")]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("\r\n", "")]
    public void Batch_WithAnyLineEnds_CountsEmptyLinesAndReadsTheLast(string lineEnd, string lastEnd)
    {
        string[] lines = ["\uFEFF{\"id\":1,\"vendor\":\"dexatel\",\"status\":404}", string.Empty, " \t", "unreadable", string.Empty, """{"id":6,"vendor":"dexatel","status":404}"""];

        CliResult result = CliProcess.RunWithInput(string.Join(lineEnd, lines) + lastEnd, "classify", "--batch");

        JsonElement[] records = Parse(result);
        records.Should().HaveCount(3);
        records[0].GetProperty("id").GetInt32().Should().Be(1);
        records[1].GetProperty("line").GetInt32().Should().Be(4);
        records[2].GetProperty("id").GetInt32().Should().Be(6);
        result.Output.Should().EndWith("}\n").And.NotContain("\r");
    }

    [Fact]
    public void Batch_OfNothing_WritesNothing()
    {
        CliResult result = CliProcess.Run("classify", "--batch", _file);

        result.Should().Be(new CliResult(0, string.Empty, string.Empty));
    }

    private static string Line(FormattableString record) => record.ToString(CultureInfo.InvariantCulture) + "\n";

    private static JsonElement[] Parse(CliResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private StreamWriter Write() => new(_file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
