namespace VendorErrors.Build.Mutation;

/// <summary>
/// Which tests are tried on the changes of a folder, as options of the test program: first the nearest, then on what these let pass the captured
/// answers, then all others.
/// </summary>
internal static class TestSelections
{
    private const string Root = "VendorErrors.Tests";

    internal static IReadOnlyList<string[]> For(string folder) =>
    [
        ["-namespace", $"{Root}.{folder}", "-namespace", $"{Root}.{folder}.*", .. Without],
        ["-namespace", $"{Root}.Fixtures", "-namespace", $"{Root}.Problems"],
        Without,
    ];

    // The shell starts processes of its own, the fuzzer and growth look at time, changed code allocates for what counts that, and the last changes rows itself.
    private static string[] Without =>
    [
        "-namespace-", $"{Root}.Cli*", "-namespace-", $"{Root}.Fuzz*", "-class-", $"{Root}.Properties.AllocationTests", "-class-", $"{Root}.Documents.DocumentDifferenceTests",
    ];
}
