using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>A batch between other programs of a shell.</summary>
[Trait("Category", "Slow")]
public class BatchPipeTests
{
    private const string Record = """{"id":1,"vendor":"dexatel","status":404}""";

    private const string NeedsAShell = "It needs a shell.";

    public static bool HasNoShell => OperatingSystem.IsWindows();

    public static bool IsLinux => OperatingSystem.IsLinux();

    [Fact(Skip = NeedsAShell, SkipWhen = nameof(HasNoShell))]
    public void Batch_WhoseReaderHasEnough_EndsQuietly()
    {
        // The input has no end: only a program that notices its reader is gone comes to one.
        CliResult result = Shell($"yes '{Record}' 2> /dev/null | dotnet '{CliProcess.Program}' classify --batch | head -n 1");

        result.Error.Should().BeEmpty();
        result.Output.Should().StartWith("{\"id\":1,").And.EndWith("}\n").And.NotContain("}\n{");
    }

    [Fact(Skip = NeedsAShell, SkipWhen = nameof(HasNoShell))]
    public void Batch_WhoseReaderIsGone_DoesNotWaitForMoreInput()
    {
        using Process process = CliProcess.Start("dotnet", [CliProcess.Program, "classify", "--batch"]);
        process.StandardOutput.Close();

        process.StandardInput.Write(Record + "\n");
        process.StandardInput.Flush();

        CliProcess.WaitForExit(process);
        process.StandardError.ReadToEnd().Should().BeEmpty();
    }

    [Fact(Skip = NeedsAShell, SkipWhen = nameof(HasNoShell))]
    public void Batch_IntoAFileOfSeveralPrograms_WritesBehindTheOneAndBeforeTheOther()
    {
        string file = Path.GetTempFileName();
        try
        {
            Shell($"(echo before; echo '{Record}' | dotnet '{CliProcess.Program}' classify --batch; echo after) > '{file}'");

            string[] lines = File.ReadAllLines(file);
            lines.Should().HaveCount(3);
            lines[0].Should().Be("before");
            lines[1].Should().StartWith("{\"id\":1,");
            lines[2].Should().Be("after");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact(Skip = NeedsAShell, SkipWhen = nameof(HasNoShell))]
    public void Batch_OfMoreThanMemoryHolds_ReadsAll()
    {
        // 200 MB of records, with a heap of 96 MiB.
        string record = $$$"""{"id":1,"vendor":"dexatel","status":200,"pad":"{{{new string('x', 50_000)}}}"}""";

        CliResult result = Shell($"yes '{record}' 2> /dev/null | head -n 4000 | DOTNET_GCHeapHardLimit=0x6000000 dotnet '{CliProcess.Program}' classify --batch");

        result.Error.Should().BeEmpty();
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(4000);
    }

    [Fact]
    public async Task Batch_OfASlowPipe_WritesARecordBeforeTheNextIsThere()
    {
        using Process process = CliProcess.Start("dotnet", [CliProcess.Program, "classify", "--batch"]);
        for (var i = 0; i < 3; i++)
        {
            await process.StandardInput.WriteAsync(Record + "\n");
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);

            string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(CliProcess.Patience, TestContext.Current.CancellationToken);

            line.Should().StartWith("{\"id\":1,");
        }

        process.StandardInput.Close();
        CliProcess.WaitForExit(process);
        process.ExitCode.Should().Be(0);
    }

    [Fact(Skip = "It needs GNU env.", SkipUnless = nameof(IsLinux))]
    public void Batch_OnCtrlC_EndsAtOnce()
    {
        // Programs in the background of a shell are deaf to Ctrl-C, and so would be what they start.
        using Process process = CliProcess.Start("env", ["--default-signal=INT", "dotnet", CliProcess.Program, "classify", "--batch"]);
        process.StandardInput.Write(Record + "\n");
        process.StandardInput.Flush();
        process.StandardOutput.ReadLine().Should().StartWith("{\"id\":1,");

        Shell(string.Create(CultureInfo.InvariantCulture, $"kill -INT {process.Id}"));

        CliProcess.WaitForExit(process);
        process.ExitCode.Should().Be(130);
        process.StandardError.ReadToEnd().Should().BeEmpty();
    }

    private static CliResult Shell(string script) => CliProcess.RunWithInput(string.Empty, "/bin/sh", ["-c", script]);
}
