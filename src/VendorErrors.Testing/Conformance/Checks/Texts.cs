using VendorErrors.Definitions;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>How composed answers are called in the faults. Composed bodies hold nothing of a person's.</summary>
internal static class Texts
{
    internal static string Of(ComposedResponse response) =>
        response.Body.Length == 0 ? $"HTTP {response.Status} without a body" : $"HTTP {response.Status} {response.Body}";

    internal static string Of(in VendorResult result) => result.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(result.Outcome);

    /// <summary>The answer for a row; null where none can be composed, which <see cref="RowCheck"/> alone reports.</summary>
    internal static ComposedResponse? TryCompose(Vendor vendor, CodeRow row, ResponseOptions options) => TryCompose(() => VendorResponses.For(vendor, row, options));

    /// <summary>The answer; null where none can be composed.</summary>
    internal static ComposedResponse? TryCompose(Func<ComposedResponse?> compose)
    {
        try
        {
            return compose();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
