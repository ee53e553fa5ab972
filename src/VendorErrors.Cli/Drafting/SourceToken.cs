using System.Runtime.InteropServices;

namespace VendorErrors.Cli.Drafting;

/// <summary>A token of source code.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SourceToken(SourceTokenKind Kind, string Text)
{
    internal bool Is(char sign) => Kind == SourceTokenKind.Sign && Text[0] == sign;
}
