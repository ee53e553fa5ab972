using System.Globalization;
using FluentAssertions;
using VendorErrors.Retries;
using VendorErrors.Tests.Documents;

namespace VendorErrors.Tests.Fixtures;

/// <summary>Compares an answer and a decision with what the head of a fixture says.</summary>
internal static class Expectations
{
    private const string None = "none";

    internal static void Check(Fixture fixture, in VendorResult result, in RetryDecision decision)
    {
        Compare(fixture, "code", result.Code ?? None);
        CheckVendorsWords(fixture, result.Answer!);
        if (IsReportedWithItsDocument(fixture, result))
        {
            return;
        }

        CheckVerdict(fixture, result);
        CheckItems(fixture, result.Answer!);
        CheckRetry(fixture, result.Retry);
        Compare(fixture, "decision", SnakeCase.Of(decision.Action));
        Compare(fixture, "decision-wait-ms", Milliseconds(decision.Wait));
        Compare(fixture, "reason", SnakeCase.Of(decision.StopReason));
    }

    // A row that contradicts its document is reported there, with the fixtures to change; here the body still has to be read as that code.
    private static bool IsReportedWithItsDocument(Fixture fixture, in VendorResult result)
    {
        string?[] codes = [fixture["code"], result.Code, .. result.Answer!.Items.Select(item => item.Code)];
        return DocumentList.DifferencesOf(fixture.VendorId).Any(difference => difference.Concerns(fixture.Status, codes));
    }

    private static void CheckVerdict(Fixture fixture, in VendorResult result)
    {
        Compare(fixture, "outcome", SnakeCase.Of(result.Outcome));
        Compare(fixture, "effect", SnakeCase.Of(result.Effect));
        Compare(fixture, "category", result.Category is { } category ? SnakeCase.Of(category) : None);
        Compare(fixture, "confidence", SnakeCase.Of(result.Confidence));
        Compare(fixture, "code-name", result.CodeName ?? None);
    }

    private static void CheckVendorsWords(Fixture fixture, VendorAnswer answer)
    {
        Compare(fixture, "correlation-id", answer.CorrelationId ?? None);
        if (fixture["message"] is { } message)
        {
            (answer.Message ?? None).Should().Contain(message, "of the head key 'message'");
        }

        CompareAll(fixture, "field", answer.Fields.Select(field => field.Field ?? "-"));
    }

    private static void CheckItems(Fixture fixture, VendorAnswer answer) =>
        CompareAll(fixture, "item", answer.Items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Index} {item.Code ?? "-"} {SnakeCase.Of(item.Category)}")));

    private static void CheckRetry(Fixture fixture, RetryAdvice retry)
    {
        Compare(fixture, "retry", SnakeCase.Of(retry.Disposition));
        Compare(fixture, "wait-ms", Milliseconds(retry.MinimumWait));
        Compare(fixture, "wait-source", SnakeCase.Of(retry.WaitSource));
        Compare(fixture, "max-retries", retry.MaxRetryAttempts?.ToString(CultureInfo.InvariantCulture) ?? None);
    }

    private static void Compare(Fixture fixture, string key, string got)
    {
        if (fixture[key] is { } expected)
        {
            got.Should().Be(expected, "of the head key '{0}'", key);
        }
    }

    private static void CompareAll(Fixture fixture, string key, IEnumerable<string> got)
    {
        IReadOnlyList<string> expected = fixture.All(key);
        if (expected.Count > 0)
        {
            got.DefaultIfEmpty(None).Should().Equal(expected, "of the head key '{0}'", key);
        }
    }

    private static string Milliseconds(TimeSpan? wait) => wait?.TotalMilliseconds.ToString(CultureInfo.InvariantCulture) ?? None;
}
