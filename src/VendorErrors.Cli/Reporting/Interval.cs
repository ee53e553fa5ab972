namespace VendorErrors.Cli.Reporting;

/// <summary>The answers of one stretch of time.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Answers">Answers received in it.</param>
/// <param name="Failures">Of these, failures and partial successes.</param>
internal sealed record Interval(DateTimeOffset From, long Answers, long Failures);
