namespace VendorErrors.Cli.Drafting;

/// <summary>A vendor's list of errors as it was read.</summary>
/// <param name="Source">The name of its file.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Codes">Its codes, each once, in its order.</param>
/// <param name="LeftOut">How many entries have no code that a row could have.</param>
internal sealed record ErrorList(string Source, ListForm Form, IReadOnlyList<ListedCode> Codes, int LeftOut)
{
    private Dictionary<string, ListedCode>? _byCode;

    internal ListedCode? Find(string code) =>
        (_byCode ??= Codes.ToDictionary(listed => listed.Code, StringComparer.OrdinalIgnoreCase)).GetValueOrDefault(code);
}
