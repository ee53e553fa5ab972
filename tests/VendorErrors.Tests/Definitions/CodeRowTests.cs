using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Definitions;

/// <summary>What a row of the catalog says of itself, and whose it is.</summary>
public class CodeRowTests
{
    [Fact]
    public void Rule_RowWithConditions_NamesThem()
    {
        var row = new CodeRow("1", "Late", ErrorCategory.InvalidState) { Operation = "POST calls", When = Condition.IsTrue("late") };
        _ = SectionOf(row);

        row.Rule.Should().Be("1 Late means invalid_state at POST calls when late is true");
        row.Rule.Should().BeSameAs(row.Rule, "it is made once");
    }

    [Fact]
    public void IsHttpStatus_RowOfNoSection_IsFalse() => new CodeRow("404", "Not Found", ErrorCategory.NotFound).IsHttpStatus.Should().BeFalse();

    [Fact]
    public void Refinements_None_DoNotMakeARowGeneric() =>
        new CodeRow("1", "Late", ErrorCategory.InvalidState) { Refinements = [] }.IsGeneric.Should().BeFalse();

    [Fact]
    public void CodeSection_RowOfAnotherSection_IsRejected()
    {
        var row = new CodeRow("1", "Late", ErrorCategory.InvalidState);
        CodeSection owner = SectionOf(row);

        FluentActions.Invoking(() => SectionOf(row)).Should().Throw<ArgumentException>().WithMessage("The row '1 Late' belongs to another section already.*");
        row.Section.Should().BeSameAs(owner);
    }

    private static CodeSection SectionOf(params CodeRow[] rows) => new(new SourceDocument("Manual", "acme.example"), Basis.Documented, rows);
}
