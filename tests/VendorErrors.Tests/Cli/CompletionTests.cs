using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>Shells complete commands, vendors, catalogs and codes. Of zsh and PowerShell only the text of the script is looked at.</summary>
[Trait("Category", "Slow")]
public class CompletionTests
{
    [Theory]
    [InlineData("vendor-errors expl", "explain")]
    [InlineData("vendor-errors explain dexa", "dexatel")]
    [InlineData("vendor-errors explain dexatel 152", "1523")]
    [InlineData("vendor-errors classify --vendor talk", "talkdesk-dialer")]
    [InlineData("vendor-errors codes --catalog q", "q850")]
    [InlineData("vendor-errors completion z", "zsh")]
    public void Suggest_ALine_OffersHowItGoesOn(string line, string expected) =>
        CliProcess.Run($"[suggest:{line.Length}]", line).Output.ReplaceLineEndings("\n").Split('\n').Should().Contain(expected);

    [Theory]
    [InlineData("vendor-errors expl", "explain")]
    [InlineData("vendor-errors explain dexa", "dexatel")]
    [InlineData("./tools/vendor-errors codes --catalog smp", "smpp")]
    public void Bash_WithTheScript_CompletesALine(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash");
        string script = CliProcess.Run("completion", "bash").Output;
        string run = $"""
            vendor-errors() (dotnet '{CliProcess.Program}' "$@")
            {script}
            COMP_LINE='{line}'; COMP_POINT=${"{#COMP_LINE}"}; COMP_WORDS=($COMP_LINE); COMP_CWORD=$((${"{#COMP_WORDS[@]}"} - 1))
            _vendor_errors
            printf '%s\n' "${"{COMPREPLY[@]}"}"
            """;

        CliResult result = CliProcess.RunWithInput(string.Empty, "/bin/bash", ["-c", run]);

        result.Error.Should().BeEmpty();
        result.Output.Should().Be($"{expected}\n");
    }

    [Theory]
    [InlineData("zsh", "#compdef vendor-errors", "[suggest:${#line}]")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native", "[suggest:$($line.Length)]")]
    public void Completion_OfAnotherShell_AsksTheProgram(string shell, params string[] parts) => CliProcess.Run("completion", shell).Output.Should().ContainAll(parts);

    [Fact]
    public void Completion_OfAnUnknownShell_ListsTheKnownOnes()
    {
        CliResult result = CliProcess.Run("completion", "tcsh");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("unknown shell 'tcsh'; one of bash, zsh, powershell");
    }
}
