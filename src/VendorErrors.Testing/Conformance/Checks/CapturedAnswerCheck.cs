using System.Text;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Each captured answer means what it has to mean. Of its body nothing is shown: it may hold phone numbers.</summary>
internal static class CapturedAnswerCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor, IReadOnlyList<CapturedAnswer> captured) =>
        captured.Select(answer => new ConformanceCase(vendor, "captured answer means what it should", $"the captured answer '{answer.Name}'", () => FaultOf(vendor, answer)));

    private static string? FaultOf(Vendor vendor, CapturedAnswer answer)
    {
        VendorResult result = vendor.Explain(new VendorResponse(answer.Status, Encoding.UTF8.GetBytes(answer.Body))
        {
            Headers = answer.Headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, [header.Value])),
            Method = answer.Method,
            Path = answer.Path,
            ReceivedAt = answer.ReceivedAt,
        });
        string expected = answer.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(answer.Outcome);
        string? difference = result.Outcome != answer.Outcome || result.Category != answer.Category ? $"as {Texts.Of(result)} instead of {expected}"
            : answer.Effect is { } effect && result.Effect != effect ? $"with the effect {SnakeCase.Of(result.Effect)} instead of {SnakeCase.Of(effect)}"
            : answer.Code is { } code && !string.Equals(result.Code, code, StringComparison.Ordinal) ? $"with {(result.Code is null ? "no code" : "another code")} instead of {code}"
            : answer.Wait is { } wait && result.Retry.MinimumWait != wait ? $"with {(result.Retry.MinimumWait is { } other ? $"a wait of {other}" : "no wait")} instead of {wait}"
            : null;
        return difference is null ? null : $"it is read {difference} ({ReadingReason.Of(vendor, result)}); correct the definition, or what is expected here.";
    }
}
