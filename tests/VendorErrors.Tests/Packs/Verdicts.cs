using System.Text;
using VendorErrors.Packs;
using VendorErrors.Testing;

namespace VendorErrors.Tests.Packs;

/// <summary>What two vendors say of the same answers, as text, with all evidence.</summary>
internal static class Verdicts
{
    /// <summary>Of the answers that a pack carries.</summary>
    internal static IReadOnlyList<string> OfAnswers(Vendor vendor, IEnumerable<PackAnswer> answers) =>
    [
        .. answers.Select(answer => Of(answer.Name, vendor.Explain(new VendorResponse(answer.Status, Encoding.UTF8.GetBytes(answer.Body))
        {
            Headers = answer.Headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, [header.Value])),
            Method = answer.Method,
            Path = answer.Path,
            ReceivedAt = answer.ReceivedAt ?? DateTimeOffset.UnixEpoch,
        }))),
    ];

    /// <summary>Of an answer composed for each row of one of them.</summary>
    internal static IReadOnlyList<string> OfRows(Vendor vendor, Vendor composed) =>
    [
        .. composed.Codes.Select(row => VendorResponses.For(composed, row)).Select(answer => Of(answer.ToString() ?? string.Empty, vendor.Explain(new VendorResponse(answer.Status, Encoding.UTF8.GetBytes(answer.Body))
        {
            Headers = answer.Headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, [header.Value])),
            Method = answer.Method,
            Path = answer.Path,
            ReceivedAt = DateTimeOffset.UnixEpoch,
        }))),
    ];

    private static string Of(string name, in VendorResult result)
    {
        VendorAnswer answer = result.Answer!;
        string[] items = [.. answer.Items.Select(item => $"{item.Index} {item.Code} {item.Category} {item.Message} {item.Id}")];
        string[] fields = [.. answer.Fields.Select(field => $"{field.Field} {field.Code} {field.Message}")];
        string[] evidence = [.. answer.Evidence.Select(seen => $"{seen.Source} {seen.Location} {seen.Value} {seen.Rule} {seen.Verdict}")];
        return $"{name}: {result.Outcome} {result.Effect} {result.Category} {result.Confidence} {result.Code} {result.CodeName} {answer.InnerCode} {answer.Message} {answer.CorrelationId} {answer.Advice?.Text} {result.Retry.Disposition} {result.Retry.MinimumWait} {result.Retry.MaxRetryAttempts} "
            + $"[{string.Join("; ", items)}] [{string.Join("; ", fields)}] [{string.Join("; ", evidence)}]";
    }
}
