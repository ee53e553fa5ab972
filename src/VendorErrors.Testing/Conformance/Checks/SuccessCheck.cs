namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>The plain success of the vendor is one.</summary>
internal static class SuccessCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) => [new(vendor, "plain success is a success", "the plain success", () => FaultOf(vendor))];

    private static string? FaultOf(Vendor vendor)
    {
        ComposedResponse response;
        try
        {
            response = VendorResponses.Success(vendor);
        }
        catch (InvalidOperationException fault)
        {
            return $"{fault.Message} Give the success an envelope with a code of its space.";
        }

        VendorResult result = response.Classify();
        return result is { Outcome: VendorOutcome.Success, Effect: Effect.Applied }
            ? null
            : $"{Texts.Of(response)} is read as {Texts.Of(result)}; give the code of success a row, or make the condition of the envelope that takes it narrower.";
    }
}
