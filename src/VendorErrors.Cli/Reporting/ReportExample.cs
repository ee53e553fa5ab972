namespace VendorErrors.Cli.Reporting;

/// <summary>One record behind a figure: where to find it, and what it says without phone numbers and secrets.</summary>
/// <param name="Place">The file and the line or entry in it, such as <c>night.ndjson:17</c>.</param>
/// <param name="ReceivedAt">When the answer was received, where the record says so.</param>
/// <param name="HttpStatus">The HTTP status; null where it is not known.</param>
/// <param name="Request">The method and path of the request, redacted.</param>
/// <param name="Words">The vendor's words, redacted and cut.</param>
internal sealed record ReportExample(string Place, DateTimeOffset? ReceivedAt, int? HttpStatus, string? Request, string? Words);
