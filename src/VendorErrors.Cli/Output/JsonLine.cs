using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;

namespace VendorErrors.Cli.Output;

/// <summary>
/// JSON without whitespace, written straight into a buffer that is used again and again. Names and punctuation are the caller's, as bytes;
/// the texts are escaped here. Not for use by several threads.
/// </summary>
internal sealed class JsonLine
{
    private const int FirstBytes = 64 * 1024;

    // The longest number is that of a 64-bit integer.
    private const int NumberBytes = 20;

    private static readonly JavaScriptEncoder s_encoder = JsonOutput.Encoder;
    private static readonly SearchValues<char> s_asTheyAre = SearchValues.Create(" !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private byte[] _buffer = new byte[FirstBytes];
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Bytes that are JSON already.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        _length += json.Length;
    }

    /// <param name="name">What is before the value: the name with its punctuation, as bytes; empty in a list.</param>
    /// <param name="value">The text, not yet escaped; null for null.</param>
    public void Text(ReadOnlySpan<byte> name, string? value)
    {
        Raw(name);
        if (value is null)
        {
            Raw("null"u8);
            return;
        }

        Span<byte> room = Room(value.Length + 2);
        if (!value.AsSpan().ContainsAnyExcept(s_asTheyAre))
        {
            room[0] = (byte)'"';
            Ascii.FromUtf16(value, room[1..], out int length);
            room[length + 1] = (byte)'"';
            _length += length + 2;
            return;
        }

        Raw("\""u8);
        string escaped = s_encoder.Encode(value);
        _length += Encoding.UTF8.GetBytes(escaped, Room(Encoding.UTF8.GetByteCount(escaped)));
        Raw("\""u8);
    }

    public void Number(ReadOnlySpan<byte> name, long? value)
    {
        Raw(name);
        if (value is { } number)
        {
            _ = Utf8Formatter.TryFormat(number, Room(NumberBytes), out int length);
            _length += length;
        }
        else
        {
            Raw("null"u8);
        }
    }

    /// <summary>A value of an enum in snake_case.</summary>
    public void Word<T>(ReadOnlySpan<byte> name, T value)
        where T : struct, Enum
    {
        Raw(name);
        Raw(JsonWord.Of(value));
    }

    /// <summary>A value of an enum in snake_case, and null where there is none.</summary>
    public void Word<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
    {
        Raw(name);
        Raw(value is { } word ? JsonWord.Of(word) : "null"u8);
    }

    /// <summary>A list of values, and null where there is none.</summary>
    public void List<T>(ReadOnlySpan<byte> name, IReadOnlyList<T> list, Action<JsonLine, T> write)
    {
        Raw(name);
        if (list.Count == 0)
        {
            Raw("null"u8);
            return;
        }

        for (var i = 0; i < list.Count; i++)
        {
            Raw(i == 0 ? "["u8 : ","u8);
            write(this, list[i]);
        }

        Raw("]"u8);
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length - _length < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(_length + bytes, (int)Math.Min(_buffer.Length * 2L, Array.MaxLength)));
        }

        return _buffer.AsSpan(_length);
    }
}
