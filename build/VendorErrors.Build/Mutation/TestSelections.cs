namespace VendorErrors.Build.Mutation;

/// <summary>
/// Which tests are tried on a change, as options of the test program: first those of its own folder, which end soon, then those of the whole part
/// and the captured answers, then the others.
/// </summary>
internal static class TestSelections
{
    private const string Root = "VendorErrors.Tests";

    // The shell starts processes of its own, the fuzzer and growth look at time, changed code allocates for what counts that, and the last changes rows itself.
    private static readonly string[] s_never =
    [
        "-namespace-", $"{Root}.Cli*", "-namespace-", $"{Root}.Fuzz*", "-class-", $"{Root}.Properties.AllocationTests", "-class-", $"{Root}.Documents.DocumentDifferenceTests",
    ];

    // What lies below the verdicts does not see them, and what looks at all vendors and pages takes longer than all else together.
    private static readonly string[] s_notForVerdicts = ["-namespace-", $"{Root}.Json*", "-namespace-", $"{Root}.Conventions*", "-namespace-", $"{Root}.Docs*"];

    /// <param name="folder">The folder in the library of the file that is changed, with forward slashes.</param>
    internal static IReadOnlyList<string[]> For(string folder)
    {
        string part = folder.Split('/')[0];
        string[] answers = [$"{Root}.{part}", $"{Root}.{part}.*", $"{Root}.Fixtures", $"{Root}.Problems"];
        return
        [
            ["-namespace", $"{Root}.{folder.Replace('/', '.')}", .. s_never],
            [.. answers.SelectMany(name => new[] { "-namespace", name }), .. s_never],
            [.. s_never, .. answers.SelectMany(name => new[] { "-namespace-", name }), .. MutationScore.IsOfVerdicts(folder) ? s_notForVerdicts : []],
        ];
    }
}
