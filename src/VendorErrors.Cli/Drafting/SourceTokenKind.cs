namespace VendorErrors.Cli.Drafting;

/// <summary>What a token of source code is.</summary>
internal enum SourceTokenKind
{
    /// <summary>A name or keyword.</summary>
    Word,

    /// <summary>A number as it is written.</summary>
    Number,

    /// <summary>A text without its quotes.</summary>
    Text,

    /// <summary>A comment that documents what follows.</summary>
    Comment,

    /// <summary>Any other character.</summary>
    Sign,
}
