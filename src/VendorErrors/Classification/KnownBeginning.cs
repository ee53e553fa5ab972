using System.Runtime.CompilerServices;
using System.Text;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>One of the ways in which most successes of a vendor begin: with a code that needs no proof, after which nothing can change the verdict any more.</summary>
internal sealed class KnownBeginning
{
    // Behind the brace and the quote.
    private const int FirstLetter = 2;

    // Compact, and as Python writes it.
    private static readonly string[] s_colons = [":", ": "];

    // Up to and with the comma behind the code.
    private readonly byte[] _utf8;

    private KnownBeginning(SettlingCode code, string colon)
    {
        _utf8 = Encoding.UTF8.GetBytes("{\"" + code.Name + "\"" + colon + code.Text + ",");
        Code = code;
        Number = new JsonSlot(JsonKind.Number, _utf8.Length - 1 - code.Text.Length, code.Text.Length);
    }

    /// <summary>The code.</summary>
    public SettlingCode Code { get; }

    /// <summary>Where it stands.</summary>
    public JsonSlot Number { get; }

    /// <summary>All of a vendor's.</summary>
    public static KnownBeginning[] Of(SettlingCode[] codes)
    {
        KnownBeginning[] beginnings = [];
        foreach (SettlingCode code in codes)
        {
            for (var i = 0; i < s_colons.Length && !code.NeedsProof; i++)
            {
                beginnings = [.. beginnings, new KnownBeginning(code, s_colons[i])];
            }
        }

        return beginnings;
    }

    /// <summary>Whether a body begins so. Most that do not differ in the first letter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(ReadOnlySpan<byte> body) => body.Length > FirstLetter && body[FirstLetter] == _utf8[FirstLetter] && body.StartsWith(_utf8);
}
