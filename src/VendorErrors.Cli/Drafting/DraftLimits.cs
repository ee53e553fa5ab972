namespace VendorErrors.Cli.Drafting;

/// <summary>How much a list may be: more than any vendor's, and little enough that reading one from elsewhere is bounded work.</summary>
internal static class DraftLimits
{
    /// <summary>Bytes of a file. The OpenAPI documents of large vendors have more than 10 MiB.</summary>
    internal const int Bytes = 32 * 1024 * 1024;

    /// <summary>How deep its JSON may nest.</summary>
    internal const int Depth = 128;

    /// <summary>Values of an OpenAPI document that are looked at; what several responses refer to counts for each status.</summary>
    internal const int Steps = 5_000_000;

    /// <summary>Words, numbers and signs of source code.</summary>
    internal const int Tokens = 1_000_000;

    /// <summary>Characters of a name in a row. A vendor's sentences stay where they are.</summary>
    internal const int Name = 60;

    /// <summary>Characters of a text that are kept for the comparison of names.</summary>
    internal const int Text = 500;

    /// <summary>Texts of one code that are kept.</summary>
    internal const int Texts = 32;
}
