using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VendorErrors.Packs;

/// <summary>JSON that is written for people: what fits in a line is in one line.</summary>
internal sealed class PackNode
{
    private const int Width = 160;
    private const int Step = 2;

    private readonly string? _scalar;
    private readonly List<(string? Name, PackNode Value)> _members = [];
    private readonly bool _isList;

    // A list of rows or answers, each on its own line whatever fits.
    private bool _isSpread;

    private PackNode(string? scalar, bool isList) => (_scalar, _isList) = (scalar, isList);

    internal bool IsEmpty => _scalar is null && _members.Count == 0;

    internal static PackNode Object() => new(scalar: null, isList: false);

    internal static PackNode List(IEnumerable<PackNode> entries)
    {
        var list = new PackNode(scalar: null, isList: true);
        list._members.AddRange(entries.Select(entry => ((string?)null, entry)));
        return list;
    }

    internal static PackNode Text(string text) => new("\"" + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"", isList: false);

    /// <summary>JSON as it is.</summary>
    internal static PackNode Raw(string json) => new(json, isList: false);

    internal PackNode Spread()
    {
        _isSpread = true;
        return this;
    }

    /// <summary>Adds a member; nothing where there is no value.</summary>
    internal PackNode Add(string name, PackNode? value)
    {
        if (value is { IsEmpty: false })
        {
            _members.Add((name, value));
        }

        return this;
    }

    internal PackNode Add(string name, string? text) => text is null ? this : Add(name, Text(text));

    /// <summary>Adds a flag that is set.</summary>
    internal PackNode Add(string name, bool flag) => flag ? Add(name, Raw("true")) : this;

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, indent: 0, column: 0);
        return text.Append('\n').ToString();
    }

    private void Write(StringBuilder text, int indent, int column)
    {
        if (_scalar is not null)
        {
            _ = text.Append(_scalar);
            return;
        }

        string line = _isSpread ? string.Empty : InOneLine();
        if (line.Length > 0 && column + line.Length <= Width)
        {
            _ = text.Append(line);
            return;
        }

        _ = text.Append(_isList ? '[' : '{');
        for (var i = 0; i < _members.Count; i++)
        {
            (string? name, PackNode value) = _members[i];
            string head = name is null ? string.Empty : Text(name)._scalar + ": ";
            _ = text.Append(i == 0 ? "\n" : ",\n").Append(' ', indent + Step).Append(head);
            value.Write(text, indent + Step, indent + Step + head.Length);
        }

        _ = text.Append('\n').Append(' ', indent).Append(_isList ? ']' : '}');
    }

    private string InOneLine()
    {
        if (_scalar is not null)
        {
            return _scalar;
        }

        string inner = string.Join(", ", _members.Select(member => (member.Name is null ? string.Empty : Text(member.Name)._scalar + ": ") + member.Value.InOneLine()));
        return _isList ? $"[{inner}]" : $"{{ {inner} }}";
    }
}
