using System.Globalization;
using System.Text;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Events;

/// <summary>Rows of events, found by word or code: without case, and with blanks, underscores and hyphens alike; else by a range; else that of any other code.</summary>
internal sealed class EventRowIndex
{
    private readonly Dictionary<string, List<(EventRow Row, CompiledCondition? When)>> _rows = new(StringComparer.Ordinal);
    private readonly List<(long First, long Last, EventRow Row, CompiledCondition? When)> _ranges = [];
    private readonly List<(EventRow Row, CompiledCondition? When)> _others = [];

    /// <param name="rows">The rows; of two that fit the first counts.</param>
    /// <param name="paths">Where the paths of their conditions get slots.</param>
    public EventRowIndex(IEnumerable<EventRow> rows, PathTree paths)
    {
        foreach (EventRow row in rows)
        {
            Add(row, row.When is null ? null : new CompiledCondition(row.When, paths));
        }
    }

    /// <summary>The row of a word or code; null where none has it.</summary>
    public EventRow? Find(string code, in JsonView view)
    {
        if (_rows.TryGetValue(Normalize(code), out List<(EventRow Row, CompiledCondition? When)>? rows) && FirstOf(rows, view) is { } exact)
        {
            return exact;
        }

        if (long.TryParse(code.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            // Receipts pad their codes with zeros.
            if (_rows.TryGetValue(Normalize(number.ToString(CultureInfo.InvariantCulture)), out rows) && FirstOf(rows, view) is { } padded)
            {
                return padded;
            }

            foreach ((long first, long last, EventRow row, CompiledCondition? when) in _ranges)
            {
                if (number >= first && number <= last && when?.Holds(view) != false)
                {
                    return row;
                }
            }
        }

        return FirstOf(_others, view);
    }

    /// <summary>A word as it is compared.</summary>
    internal static string Normalize(string word)
    {
        var normal = new StringBuilder(word.Length);
        foreach (char c in word.Trim())
        {
            _ = normal.Append(c is ' ' or '-' ? '_' : char.ToUpperInvariant(c));
        }

        return normal.ToString();
    }

    private void Add(EventRow row, CompiledCondition? when)
    {
        if (row.IsAnyCode)
        {
            _others.Add((row, when));
        }
        else if (row.LastCode is null)
        {
            string key = Normalize(row.Code);
            if (!_rows.TryGetValue(key, out List<(EventRow Row, CompiledCondition? When)>? rows))
            {
                _rows.Add(key, rows = []);
            }

            rows.Add((row, when));
        }
        else if (long.TryParse(row.Code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long first) && long.TryParse(row.LastCode, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long last))
        {
            _ranges.Add((first, last, row, when));
        }
    }

    private static EventRow? FirstOf(List<(EventRow Row, CompiledCondition? When)> rows, in JsonView view)
    {
        foreach ((EventRow row, CompiledCondition? when) in rows)
        {
            if (when?.Holds(view) != false)
            {
                return row;
            }
        }

        return null;
    }
}
