using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;

namespace VendorErrors.Storage;

/// <summary>
/// JSON without whitespace, written straight into a buffer that is used again and again. Names and punctuation are the caller's, as bytes;
/// the texts are escaped here. Not for use by several threads.
/// </summary>
internal sealed class JsonLine(int firstBytes)
{
    /// <summary>Enough for many records, one after the other.</summary>
    internal const int BytesOfABatch = 64 * 1024;

    /// <summary>Enough for one.</summary>
    internal const int BytesOfARecord = 1024;

    // The longest number is that of a 64-bit integer.
    private const int NumberBytes = 20;

    // Texts stay readable, as nothing of it goes into HTML.
    private static readonly JavaScriptEncoder s_encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly SearchValues<char> s_asTheyAre = SearchValues.Create(" !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private byte[] _buffer = new byte[firstBytes];
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
    public void List<T, TState>(ReadOnlySpan<byte> name, IReadOnlyList<T> list, TState state, Action<JsonLine, T, TState> write)
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
            write(this, list[i], state);
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
