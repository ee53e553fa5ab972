namespace VendorErrors.Definitions;

/// <summary>
/// Members that say more than the code does, or stand in its place: a count of rejected items, a warning beside a success. Rules are
/// tried in order, the first that holds wins, and only where the code itself is a success or missing. Immutable.
/// </summary>
/// <param name="when">When it holds.</param>
/// <param name="outcome">What it means.</param>
public sealed class OutcomeRule(Condition when, VendorOutcome outcome)
{
    private string? _text;

    /// <summary>When it holds.</summary>
    public Condition When { get; } = when;

    /// <summary>What it means.</summary>
    public VendorOutcome Outcome { get; } = outcome;

    /// <summary>The category of a <see cref="VendorOutcome.Failure"/> where no item tells it. Default: <see cref="ErrorCategory.VendorUnspecified"/>.</summary>
    public ErrorCategory? Category { get; init; }

    /// <summary>The effect of a <see cref="VendorOutcome.Failure"/>; default: the category's.</summary>
    public Effect? Effect { get; init; }

    /// <summary>How it is known. Default: the vendor documents it.</summary>
    public Basis Basis { get; init; }

    /// <summary>The rule in words, for evidence; made once.</summary>
    internal string Text => _text ??= $"{SnakeCase.Of(Outcome)} because {When}";
}
