using System.Text;

namespace VendorErrors.Tests.Packs;

/// <summary>A sound pack of twelve lines, to be broken in one place.</summary>
internal static class SmallPack
{
    internal const string Text = """
        {
          "pack": 1,
          "id": "acme-voice",
          "name": "Acme Voice",
          "documents": { "errors": ["Error codes", "docs.acme.example/errors"] },
          "envelopes": [
            { "name": "result", "when": { "has": "result" }, "code": "result", "message": "text" }
          ],
          "codes": [
            { "document": "errors", "rows": {
              "0": { "is": "success", "name": "OK" },
              "17": { "is": "rate_limited", "name": "Busy", "wait": "5s" } } }
          ]
        }
        """;

    /// <summary>The pack with a piece of it replaced.</summary>
    internal static string With(string piece, string other) =>
        Text.Contains(piece, StringComparison.Ordinal) ? Text.Replace(piece, other, StringComparison.Ordinal) : throw new ArgumentException($"The pack has no {piece}.", nameof(piece));

    /// <summary>The pack with a member more at its end.</summary>
    internal static string And(string member) => Text[..Text.LastIndexOf('}')].TrimEnd() + ",\n  " + member + "\n}\n";

    internal static Vendor Load(string text) => Load(Encoding.UTF8.GetBytes(text));

    internal static Vendor Load(byte[] utf8)
    {
        using var stream = new MemoryStream(utf8);
        return Vendor.Load(stream, "acme.json");
    }

    /// <summary>What is wrong with a pack, a line each; nothing where it is read.</summary>
    internal static IReadOnlyList<string> FaultsOf(string text) => FaultsOf(Encoding.UTF8.GetBytes(text));

    internal static IReadOnlyList<string> FaultsOf(byte[] utf8)
    {
        try
        {
            _ = Load(utf8);
            return [];
        }
        catch (VendorPackException e)
        {
            return e.Faults;
        }
    }
}
