using System.Text;
using VendorErrors.Definitions;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>Small vendors, each for one word of the vocabulary.</summary>
internal static class Acme
{
    private static readonly SourceDocument s_manual = new("Manual", "acme.example");

    public static Vendor Of(Envelope envelope, params CodeRow[] rows) => new("acme", "Acme", DefinitionOf([envelope], rows));

    public static VendorDefinition DefinitionOf(Envelope[] envelopes, params CodeRow[] rows) => new() { Envelopes = envelopes, Codes = rows.Length == 0 ? [] : [Section(rows)] };

    public static CodeSection Section(params CodeRow[] rows) => new(s_manual, Basis.Documented, rows);

    public static VendorResult Explain(this Vendor vendor, int status, string body, params (string Name, string Value)[] headers) => vendor.Explain(Response(status, body, headers));

    public static VendorResponse Response(int status, string body, params (string Name, string Value)[] headers) => new(status, Encoding.UTF8.GetBytes(body))
    {
        Headers = [.. headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Name, [header.Value]))],
    };
}
