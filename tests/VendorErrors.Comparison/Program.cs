// The comparison: the same calls to five simulated vendors, made in five ways, and what came of it.
//
//   dotnet run --project tests/VendorErrors.Comparison                      the table
//   dotnet run --project tests/VendorErrors.Comparison -- --write           writes docs/comparison.md
//   dotnet run --project tests/VendorErrors.Comparison -- --check           exit status 1 where that page is not current
//   dotnet run --project tests/VendorErrors.Comparison -- --calls 2000 --seed 7
//
// How it works, folder by folder:
//   Traffic/      the plan, made once from the seed: who is called when, and what becomes of each attempt
//   Contestants/  the five ways, each with its settings
//   Stage/        one contestant plays the plan against simulated vendors of its own
//   Measures/     what the vendors really did, set against what the callers were told
//   Page/         the console and the page
//   Time/         the virtual time in which it all happens: two runs with one seed are the same, to the byte
using VendorErrors.Comparison.Contestants;
using VendorErrors.Comparison.Measures;
using VendorErrors.Comparison.Page;
using VendorErrors.Comparison.Stage;
using VendorErrors.Comparison.Time;
using VendorErrors.Comparison.Traffic;

Arguments arguments = Arguments.Parse(args);
if ((arguments.Fault ?? SingleWorker.FaultOfPool()) is { } fault)
{
    Console.Error.WriteLine(fault);
    return 2;
}

TrafficPlan plan = PlanMaker.Make(arguments.Calls, arguments.Seed);
CampaignReport[] reports = [.. Contestant.All.Select(contestant => Campaign.Play(plan, contestant))];
Scores[] scores = [.. reports.Select(report => new Scores(report))];
Console.WriteLine(ConsoleTable.Of(arguments, scores));
return arguments.Mode switch
{
    Mode.Write => ComparisonPage.Write(ComparisonPage.Of(arguments, reports, scores)),
    Mode.Check => ComparisonPage.Check(ComparisonPage.Of(arguments, reports, scores)),
    _ => 0,
};
