using System.Globalization;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>One number that a gate measured, with the bar it has to hold and the stretch goal beyond it; a figure without a bar is for reading.</summary>
internal sealed record Figure(string Name, double Value, FigureKind Kind = FigureKind.Ratio)
{
    /// <summary>The bar. Default: none.</summary>
    public double? Bar { get; init; }

    /// <summary>The stretch goal. Default: none.</summary>
    public double? Stretch { get; init; }

    /// <summary>Whether more is better. Default: less is.</summary>
    public bool IsAtLeast { get; init; }

    /// <summary>What a reader has to know of the figure, such as why it misses its bar. Default: nothing.</summary>
    public string? Note { get; init; }

    public bool Passes => Reaches(Bar);

    public string ValueText => Text(Value, FigureKind.Fraction == Kind && Value < 1 ? FigureKind.Fraction : Kind);

    public string BarText => Bar is { } bar ? $"{(IsAtLeast ? "≥" : "≤")} {Text(bar, Kind)}" : string.Empty;

    public string StretchText => Stretch is { } stretch ? Text(stretch, Kind) : string.Empty;

    public string Verdict => Bar is null ? string.Empty : !Passes ? "fail" : Stretch is not null && Reaches(Stretch) ? "pass, stretch" : "pass";

    public override string ToString() =>
        Bar is null ? $"{Name} {ValueText}"
        : Stretch is null ? $"{Name} {ValueText} ({BarText}) {Verdict}"
        : $"{Name} {ValueText} ({BarText}, stretch {StretchText}) {Verdict}";

    private bool Reaches(double? goal) => goal is not { } number || (IsAtLeast ? Value >= number : Value <= number);

    private static string Text(double value, FigureKind kind) => kind switch
    {
        FigureKind.Bytes => value.ToString("#,0.#", CultureInfo.InvariantCulture) + " B",
        FigureKind.Count => value.ToString("0", CultureInfo.InvariantCulture),
        FigureKind.Milliseconds => value.ToString("0.0", CultureInfo.InvariantCulture) + " ms",
        FigureKind.Fraction when value < 1 => "1/" + (1 / value).ToString(value > 0.5 ? "0.0#" : "0.#", CultureInfo.InvariantCulture),
        _ => value.ToString(value < 10 ? "0.000" : "0.#", CultureInfo.InvariantCulture),
    };
}
