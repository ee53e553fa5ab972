using System.Text;

namespace VendorErrors.Tests.Json;

/// <summary>Random JSON, tolerated sloppiness included, and random damage to it. The same seed makes the same bodies.</summary>
internal sealed class JsonGenerator(int seed)
{
    private static readonly string[] s_names = ["code", "Code", "CODE", "c\\u006fde", "status", "Status", "statusCode", "message", "errors", "a", "b", "", "x y", "ключ"];
    private static readonly string[] s_texts = ["", "REJECTED", "try again in 30 seconds", "\\n\\t\\\"\\\\\\/", "\\u00e9\\uD83D\\uDE00", "\\ud800", "é", "😀", "0010", "-1001", " 7 ", "//", "/*", "}"];
    private static readonly string[] s_numbers = ["0", "-0", "1", "10", "-1001", "60002", "1.5", "10.0", "1e3", "1E+2", "-2.5e-7", "99999999999999999999", "9007199254740993"];
    private static readonly string[] s_blanks = ["", "", "", " ", "\n", "\r\n", "\t", "/* c */", "// c\n", "/**/", "/* \" */"];
    private static readonly string[] s_strictBlanks = ["", " ", "\n", "\r\n", "\t"];
    private readonly Random _random = new(seed);

    // The quick reading leaves every comment to the exact one: so half of the bodies hold none, and what it does itself is tried, too.
    private bool _isSloppy;

    internal byte[] Body()
    {
        var text = new StringBuilder();
        _isSloppy = _random.Next(2) == 0;
        Blank(text);
        Value(text, depth: 0);
        Blank(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal byte[] Damage(byte[] body) => Testing.Conformance.Damage.Apply(body, _random);

    internal T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    internal int Next(int below) => _random.Next(below);

    private void Value(StringBuilder text, int depth)
    {
        switch (_random.Next(depth > 4 ? 5 : 9))
        {
            case 0:
                text.Append(Pick(["true", "false", "null"]));
                break;
            case 1 or 2:
                text.Append(Pick(s_numbers));
                break;
            case 3 or 4:
                text.Append('"').Append(Pick(s_texts)).Append('"');
                break;
            case 5:
                Container(text, depth, '[', ']');
                break;
            default:
                Container(text, depth, '{', '}');
                break;
        }
    }

    private void Container(StringBuilder text, int depth, char open, char close)
    {
        text.Append(open);

        // Most are small; some of those that are skipped go over several blocks.
        int count = _random.Next(depth == 1 && _random.Next(10) == 0 ? 60 : 5);
        for (var i = 0; i < count; i++)
        {
            Blank(text);
            if (open == '{')
            {
                text.Append('"').Append(Pick(s_names)).Append('"');
                Blank(text);
                text.Append(':');
                Blank(text);
            }

            Value(text, depth + 1);
            Blank(text);
            if (i < count - 1 || (_isSloppy && _random.Next(8) == 0))
            {
                text.Append(',');
            }
        }

        Blank(text);
        text.Append(close);
    }

    private void Blank(StringBuilder text)
    {
        if (_random.Next(3) == 0)
        {
            text.Append(Pick(_isSloppy ? s_blanks : s_strictBlanks));
        }
    }
}
