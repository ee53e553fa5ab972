namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Damaged and hostile answers throw nothing, and give only pairs of outcome and effect that can exist.</summary>
internal static class HostileAnswerCheck
{
    private const int AnswerCount = 4000;
    private const int Seed = 20260104;

    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) => [new(vendor, "hostile answers are tolerated", $"{AnswerCount} damaged answers", () => FaultOf(vendor))];

    private static string? FaultOf(Vendor vendor)
    {
        var answers = new HostileAnswers(vendor, Seed);
        for (var i = 0; i < AnswerCount; i++)
        {
            HostileAnswer answer = answers.Next();
            VendorResult result = vendor.Classify(answer.Response);
            if (!AllowedPairs.All.Contains((result.Outcome, result.Effect)))
            {
                return $"{answer} is read as {SnakeCase.Of(result.Outcome)} with the effect {SnakeCase.Of(result.Effect)}, which is impossible; check the outcomes and effects of the envelopes' rules.";
            }
        }

        return null;
    }
}
