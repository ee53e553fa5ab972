using System.Buffers;
using System.Globalization;

namespace VendorErrors.Cli.Input;

/// <summary>An HTTP status, as a number or as people copy it: <c>200 OK</c>, <c>HTTP/1.1 200 OK</c>.</summary>
internal static class StatusArgument
{
    private const string Protocol = "HTTP";
    private const int Digits = 3;

    private static readonly SearchValues<char> s_version = SearchValues.Create("0123456789.");

    internal static int Parse(string text) =>
        TryParse(text, out int status) ? status : throw new UsageException($"invalid status '{text}'; an HTTP status is a number from 100 to 599");

    internal static bool TryParse(string text, out int status)
    {
        ReadOnlySpan<char> rest = WithoutProtocol(text.AsSpan().Trim());
        status = 0;
        return rest.Length >= Digits
            && int.TryParse(rest[..Digits], NumberStyles.None, CultureInfo.InvariantCulture, out status)
            && IsValid(status)
            && IsPhrase(rest[Digits..]);
    }

    internal static bool IsValid(int status) => status is >= 100 and <= 599;

    // HTTP, HTTP/1.1 or HTTP/2 and a space.
    private static ReadOnlySpan<char> WithoutProtocol(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Protocol, StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        ReadOnlySpan<char> rest = text[Protocol.Length..];
        int version = rest is ['/', ..] ? rest[1..].IndexOfAnyExcept(s_version) + 1 : 0;
        return version < rest.Length && rest[version..] is [' ', ..] ? rest[version..].TrimStart() : default;
    }

    private static bool IsPhrase(ReadOnlySpan<char> text) => text.IsEmpty || (text[0] == ' ' && text.TrimStart() is not [>= '0' and <= '9', ..]);
}
