namespace VendorErrors.Definitions;

/// <summary>
/// Members that say more than the code does, or that replace it: a count of rejected items, a warning beside a success. Rules are
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

    /// <summary>The category of a <see cref="VendorOutcome.Failure"/> where no item has one.</summary>
    /// <value>Default: <see cref="ErrorCategory.VendorUnspecified"/>.</value>
    public ErrorCategory? Category { get; init; }

    /// <summary>The effect of a <see cref="VendorOutcome.Failure"/>.</summary>
    /// <value>Default: the category's.</value>
    public Effect? Effect { get; init; }

    /// <summary>How it is known.</summary>
    /// <value>Default: the vendor documents it.</value>
    public Basis Basis { get; init; }

    /// <summary>The rule in words, for evidence; made once.</summary>
    internal string Text => _text ??= $"{SnakeCase.Of(Outcome)} because {When}";
}
