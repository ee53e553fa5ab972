namespace VendorErrors.Cli.Finding;

/// <summary>Finds a stop reason by its name, as C# or as logs write it.</summary>
internal static class StopReasonFinder
{
    internal static IEnumerable<Found> Find(string word) => StopReasonText.All.Where(text => Spelling.IsSame(SnakeCase.Of(text.Reason), word)).Select(text => new FoundStopReason(text));
}
