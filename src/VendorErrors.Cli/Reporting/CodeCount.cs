namespace VendorErrors.Cli.Reporting;

/// <summary>How often one code came.</summary>
/// <param name="Vendor">The vendor's id.</param>
/// <param name="Code">The code, redacted where it is in no list; null for answers without one.</param>
/// <param name="Name">The name of the code; null where it is not in the catalog.</param>
/// <param name="Category">The category.</param>
/// <param name="Count">How many answers had it.</param>
/// <param name="EffectUnknown">Of these, those that may have done something.</param>
/// <param name="IsGap">Whether it is a code that the catalog does not have.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Audience">Whose work that is.</param>
/// <param name="Examples">The first answers that had it.</param>
internal sealed record CodeCount(
    string Vendor, string? Code, string? Name, string Category, long Count, long EffectUnknown, bool IsGap, string? Advice, string? Audience, IReadOnlyList<ReportExample> Examples);
