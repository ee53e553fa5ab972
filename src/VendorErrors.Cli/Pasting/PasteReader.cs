using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Pasting;

/// <summary>
/// Takes off what is around an answer that a person copied from a shell, a log, a mail or a chat, one wrapping after the other. A body that the vendor
/// knows as it is stays as it is.
/// </summary>
internal sealed class PasteReader(Func<byte[], bool> isAnswer, string? bodyField = null)
{
    private const int MostWrappings = 16;

    // Of more no text is searched: nobody pastes that.
    private const int MostTextBytes = 16 * 1024 * 1024;

    private static readonly PasteForm[] s_encodings = [GzipForm.Read, UnicodeForm.Read];
    private static readonly PasteForm[] s_transcripts = [CurlTranscriptForm.Read, HttpAnswerForm.Read, MailQuoteForm.Read, FenceForm.Read];
    private static readonly PasteForm[] s_texts = [JsonStringForm.Read, EmbeddedJsonForm.Read];

    private string? _bodyField = bodyField;

    /// <summary>Only the bytes made readable: decompressed, and as UTF-8.</summary>
    internal static PastedAnswer Decode(byte[] input)
    {
        var paste = new PastedAnswer(input);
        for (var i = 0; i < MostWrappings && First(s_encodings, paste) is { } inside; i++)
        {
            paste = inside;
        }

        return UnicodeForm.WithoutMark(paste);
    }

    /// <summary>The answer inside of what was pasted.</summary>
    internal PastedAnswer Read(PastedAnswer paste)
    {
        for (var i = 0; i < MostWrappings && Next(paste) is { } inside; i++)
        {
            paste = inside;
        }

        return _bodyField is null ? paste : throw new UsageException("--body-field is for a JSON object or a CSV file with a header line, and the input is neither");
    }

    /// <summary>Says on standard error what was recognized; nothing of a plain body.</summary>
    internal static void Report(IReadOnlyList<string> forms)
    {
        if (forms.Count > 0)
        {
            Console.Error.WriteLine($"read as: {Printable.Of(string.Join(", ", forms))}");
        }
    }

    private PastedAnswer? Next(PastedAnswer paste)
    {
        if (First(s_encodings, paste) is { } decoded)
        {
            return UnicodeForm.WithoutMark(decoded);
        }

        if (paste.Body.Length > MostTextBytes)
        {
            return null;
        }

        if (!paste.IsExact && First(s_transcripts, paste) is { } plain)
        {
            return plain;
        }

        if (_bodyField is not null && BodyField.Read(paste, _bodyField) is { } body)
        {
            _bodyField = null;
            return body;
        }

        return (paste.IsExact && _bodyField is null) || IsObjectOrList(paste) || isAnswer(paste.Body) ? null : First(s_texts, paste);
    }

    private static bool IsObjectOrList(PastedAnswer paste) => paste.Body.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] && JsonPiece.IsJson(paste.Body);

    private static PastedAnswer? First(PasteForm[] forms, PastedAnswer paste)
    {
        foreach (PasteForm form in forms)
        {
            if (form(paste) is { } inside)
            {
                return inside;
            }
        }

        return null;
    }
}
