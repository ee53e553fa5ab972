using System.Globalization;
using System.Runtime.CompilerServices;
using VendorErrors.Definitions;

namespace VendorErrors.Redaction;

/// <summary>
/// The words of one vendor's definition that are no secret: codes, names of codes, and the fixed parts of its patterns of operations. Made
/// when the first of its failures is printed.
/// </summary>
internal sealed class VendorWords
{
    // A number in a longer one may be anything.
    private const int LongestRange = 10_000;

    private static readonly ConditionalWeakTable<Vendor, VendorWords> s_known = new();

    private readonly HashSet<string> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(long First, long Last)> _ranges = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _patterns = new(StringComparer.OrdinalIgnoreCase);

    private VendorWords(Vendor vendor)
    {
        foreach (CodeRow row in vendor.Codes)
        {
            if (!row.IsFamily)
            {
                _codes.Add(row.Code);
            }

            else if (row.LastCode is { } end && TryParse(row.Code, out long first) && TryParse(end, out long last) && Math.Abs(last - first) <= LongestRange)
            {
                _ranges.Add((Math.Min(first, last), Math.Max(first, last)));
            }

            Add(_names, row.Code);
            Add(_names, row.Name);
        }

        // Of a pattern the method is no part of a path.
        foreach (string pattern in PatternsOf(vendor.Definition))
        {
            Add(_patterns, pattern[(pattern.IndexOf(' ') + 1)..]);
        }
    }

    internal static VendorWords Of(Vendor vendor) => s_known.GetValue(vendor, static known => new VendorWords(known));

    /// <summary>Whether a text is a code of the catalog.</summary>
    internal bool IsCode(string text) => _codes.Contains(text) || (_ranges.Count > 0 && TryParse(text, out long number) && _ranges.Exists(range => number >= range.First && number <= range.Last));

    /// <summary>Whether a word occurs in a name or code of the catalog.</summary>
    internal bool IsOfCatalog(string word) => _names.Contains(word);

    /// <summary>Whether a word occurs in a pattern of an operation.</summary>
    internal bool IsOfPattern(string word) => _patterns.Contains(word);

    private static IEnumerable<string> PatternsOf(VendorDefinition definition) =>
        definition.Operations.Select(rule => rule.Operation)
            .Concat(definition.RequiredEnvelope is { } required ? required.Operations.Concat(required.Except) : [])
            .Concat(definition.Envelopes.Select(envelope => envelope.Operation).OfType<string>())
            .Concat(definition.Products.SelectMany(product => product.Operations))
            .Concat(definition.Codes.SelectMany(section => section.Rows).Select(row => row.Operation).OfType<string>());

    private static bool TryParse(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static void Add(HashSet<string> words, string text)
    {
        foreach ((int start, int length) in WordSplit.Of(text))
        {
            // A number is known by nothing, and a single letter says nothing.
            if (length > 1 && char.IsLetter(text[start]))
            {
                words.Add(text.Substring(start, length));
            }
        }
    }
}
