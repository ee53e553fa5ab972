namespace VendorErrors.Definitions;

/// <summary>A member by which the vendor itself states whether anything was executed. It outranks every other evidence on the effect. Immutable.</summary>
/// <param name="path">The member's path.</param>
public sealed class Proof(string path)
{
    /// <summary>The member's path.</summary>
    public string Path { get; } = path;

    /// <summary>Texts that state that nothing was executed; case-insensitive, a space counts as an underscore.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> NotExecuted { get; init; } = [];

    /// <summary>Texts that state that it was executed.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Executed { get; init; } = [];

    // A plain loop: it runs at a vendor's first answer, and LINQ would have to be loaded.
    internal string[] CopyNotExecuted()
    {
        var texts = new string[NotExecuted.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = NotExecuted[i];
        }

        return texts;
    }
}
