using VendorErrors.Storage;

namespace VendorErrors.Cli.Reporting;

/// <summary>Counts the answers that have one code. Keeps the first few.</summary>
internal sealed class CodeTally(Vendor vendor, string? code, in VendorResult first, Advice? advice)
{
    private const int MostExamples = 3;

    private readonly string? _name = first.CodeName;
    private readonly string _category = first.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(first.Outcome);
    private readonly bool _isGap = first.Code is { } own && first.CodeName is null && !vendor.Codes.Any(row => string.Equals(row.Code, own, StringComparison.OrdinalIgnoreCase));
    private readonly List<ReportExample> _examples = [];
    private long _count;
    private long _effectUnknown;

    internal bool WantsExample => _examples.Count < MostExamples;

    internal void Add(bool isEffectUnknown, ReportExample? example)
    {
        _count++;
        _effectUnknown += isEffectUnknown ? 1 : 0;
        if (example is not null && WantsExample)
        {
            _examples.Add(example);
        }
    }

    internal CodeCount ToCount() => new(vendor.Id, code, _name, _category, _count, _effectUnknown, _isGap, advice?.Text, advice is null ? null : SnakeCase.Of(advice.Audience), _examples);
}
