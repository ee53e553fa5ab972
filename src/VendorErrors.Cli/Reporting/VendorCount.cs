namespace VendorErrors.Cli.Reporting;

/// <summary>What came from one vendor.</summary>
/// <param name="Vendor">The vendor's id.</param>
/// <param name="Answers">Answers to requests.</param>
/// <param name="Failures">Of these, failures and partial successes.</param>
/// <param name="EffectUnknown">Of these, those that may have done something.</param>
/// <param name="Events">What the vendor sent later.</param>
/// <param name="EventFailures">Of these, calls and messages that failed.</param>
internal sealed record VendorCount(string Vendor, long Answers, long Failures, long EffectUnknown, long Events, long EventFailures);
