using VendorErrors.Definitions;

namespace VendorErrors.Tests.Docs;

/// <summary>The example of <see cref="ValueSource"/>.</summary>
internal static class ValueSourceSnippet
{
    internal static Envelope Shape()
    {
        Envelope envelope = new("service error", Condition.Has(ValueSource.FromHeader("x-amzn-ErrorType")))
        {
            Code = [new ValueSource("__type") { After = "#" }, ValueSource.FromHeader("x-amzn-ErrorType") with { Before = ":" }],
            Message = ["message"],
        };

        return envelope;
    }
}
