namespace VendorErrors.Build.Legs;

/// <summary>Every leg, in the order in which a run goes through them.</summary>
internal static class AllLegs
{
    internal const string Build = "build";

    internal static IReadOnlyList<Leg> List { get; } =
    [
        new(Build, "everything, in Release", context => BuildLegs.BuildAsync()),
        new("format", "the code is formatted", context => BuildLegs.CheckFormatAsync()),
        new("spelling", "American English, without the words that are not used here", SpellingLeg.RunAsync),
        new("readme", "the first command of the README", ReadmeLeg.RunAsync),
        new("servers", "Redis and PostgreSQL for the tests, installed where they are missing", ServersLeg.RunAsync),
        new("tests", "the second command of the README, with reports", TestsLeg.RunAsync),
        new("coverage", "the floors of line coverage, from the reports of the tests", CoverageLeg.RunAsync),
        new("sample", "five vendors behind one interface", SampleLeg.RunAsync),
        new("older-targets", "the tests on .NET 8, against net8.0 and netstandard2.0", OlderTargetsLeg.RunAsync),
        new("native", "an application without a just-in-time compiler, and a trimmed one", NativeLeg.RunAsync),
        new("packages", "packed twice, looked into, and used as a stranger would", PackagesLeg.RunAsync),
        new("mutation", "changes the code of the folders that follow, by default Classification Retries, and wants red tests", MutationLeg.RunAsync) { OnRequest = true, TakesArguments = true },
    ];
}
