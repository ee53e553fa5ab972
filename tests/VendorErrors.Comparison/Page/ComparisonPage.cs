using VendorErrors.Comparison.Measures;
using VendorErrors.Comparison.Stage;
namespace VendorErrors.Comparison.Page;
internal static class ComparisonPage
{
    internal static string Of(Arguments arguments, IReadOnlyList<CampaignReport> reports, IReadOnlyList<Scores> scores) => string.Join("\n", FalseSuccessCauses.Of(reports).Select(c => c.Cause + " " + string.Join(" ", c.Counts)));
    internal static int Write(string page) { Console.WriteLine(page); return 0; }
    internal static int Check(string page) { Console.WriteLine(page); return 0; }
}
