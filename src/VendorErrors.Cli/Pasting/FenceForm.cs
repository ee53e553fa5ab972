using System.Buffers;
using System.Globalization;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Pasting;

/// <summary>A block between two fences of Markdown, as chats and tickets show it, perhaps with text around it.</summary>
internal static class FenceForm
{
    private const string Fence = "```";

    private static readonly SearchValues<char> s_languageLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-#");

    internal static PastedAnswer? Read(PastedAnswer paste)
    {
        string text = paste.Text;
        int start = text.IndexOf(Fence, StringComparison.Ordinal);
        if (start < 0 || text.TrimStart() is ['{' or '[' or '<' or '"', ..])
        {
            return null;
        }

        int count = text.AsSpan().Count(Fence);
        if (count != 2)
        {
            throw new UsageException(count % 2 != 0
                ? "the block that begins with ``` has no end; paste it whole"
                : string.Create(CultureInfo.InvariantCulture, $"the input holds {count / 2} blocks between ```; paste one answer"));
        }

        int end = text.LastIndexOf(Fence, StringComparison.Ordinal);
        string inside = WithoutLanguage(text[(start + Fence.Length)..end]).Trim();
        return inside.Length == 0
            ? throw new UsageException("the block between ``` is empty")
            : LogStatus.AddTo(paste.Unwrap("a fenced block", inside), $"{text[..start]} {text[(end + Fence.Length)..]}");
    }

    private static string WithoutLanguage(string inside)
    {
        int length = inside.AsSpan().IndexOfAnyExcept(s_languageLetters);
        return length > 0 && char.IsWhiteSpace(inside[length]) ? inside[length..] : inside;
    }
}
