namespace VendorErrors.Comparison.Page;

/// <summary>What is done with the figures.</summary>
internal enum Mode
{
    /// <summary>They are printed.</summary>
    Print,

    /// <summary>And the page is written.</summary>
    Write,

    /// <summary>And the page is compared with what would be written.</summary>
    Check,
}
