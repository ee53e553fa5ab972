using VendorErrors.Definitions;

namespace VendorErrors.Testing.Tests.Linting;

/// <summary>A row in the making, which can be made again with a difference.</summary>
internal sealed record LintRow(string Code, string Name, ErrorCategory Category)
{
    public string? LastCode { get; init; }

    public string? Operation { get; init; }

    public Condition? When { get; init; }

    public Effect? Effect { get; init; }

    public TimeSpan? Wait { get; init; }

    public int? MaxRetryAttempts { get; init; }

    public Advice? Advice { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<TextRule> Refinements { get; init; } = [];

    internal CodeRow Make() => new(Code, Name, Category)
    {
        LastCode = LastCode,
        Operation = Operation,
        When = When,
        Effect = Effect,
        Wait = Wait,
        MaxRetryAttempts = MaxRetryAttempts,
        Advice = Advice,
        Note = Note,
        Refinements = Refinements,
    };
}
