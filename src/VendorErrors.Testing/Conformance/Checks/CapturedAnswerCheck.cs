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
        string? difference = DifferenceOf(result, answer);
        return difference is null ? null : $"it is read {difference} ({ReadingReason.Of(vendor, result)}); correct the definition, or what is expected here.";
    }

    private static string? DifferenceOf(in VendorResult result, CapturedAnswer answer)
    {
        string expected = answer.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(answer.Outcome);
        return result.Outcome != answer.Outcome || (answer.Category is not null && result.Category != answer.Category) ? $"as {Texts.Of(result)} instead of {expected}"
            : answer.Effect is { } effect && result.Effect != effect ? $"with the effect {SnakeCase.Of(result.Effect)} instead of {SnakeCase.Of(effect)}"
            : answer.Code is { } code && !string.Equals(result.Code, code, StringComparison.Ordinal) ? $"with {(result.Code is null ? "no code" : "another code")} instead of {code}"
            : answer.HasNoCode && result.Code is not null ? "with a code instead of none"
            : answer.Wait is { } wait && result.Retry.MinimumWait != wait ? $"with {(result.Retry.MinimumWait is { } other ? $"a wait of {other}" : "no wait")} instead of {wait}"
            : answer.Retry is { } retry && result.Retry.Disposition != retry ? $"with the retry {SnakeCase.Of(result.Retry.Disposition)} instead of {SnakeCase.Of(retry)}"
            : WordsOf(result.Answer!, answer);
    }

    private static string? WordsOf(VendorAnswer read, CapturedAnswer answer) =>
        answer.Message is { } words && !read.Messages.Any(message => message.Contains(words, StringComparison.Ordinal)) ? "without the words that are expected"
        : answer.CorrelationId is { } id && !string.Equals(read.CorrelationId, id, StringComparison.Ordinal) ? $"with {(read.CorrelationId is null ? "no correlation id" : "another correlation id")} instead of {id}"
        : Differ(answer.Fields, read.Fields.Select(field => field.Field ?? "-")) is { } fields ? $"with the fields {fields}"
        : Differ(answer.Items, read.Items.Select(item => FormattableString.Invariant($"{item.Index} {item.Code ?? "-"} {SnakeCase.Of(item.Category)}"))) is { } items ? $"with the entries {items}"
        : null;

    private static string? Differ(IReadOnlyList<string>? expected, IEnumerable<string> read)
    {
        string[] found = [.. read];
        return expected is null || expected.SequenceEqual(found, StringComparer.Ordinal) ? null : $"[{string.Join(", ", found)}] instead of [{string.Join(", ", expected)}]";
    }
}
