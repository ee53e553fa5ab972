using System.Globalization;
using System.Text;

namespace VendorErrors.Tests.Fixtures;

/// <summary>
/// One captured answer and what it means. The file holds head lines of <c>key: value</c>, a line <c>---</c>, and the body, byte for
/// byte. An expectation that is not in the head is not checked; the value <c>none</c> expects that there is nothing.
/// </summary>
internal sealed class Fixture
{
    private static readonly HashSet<string> s_single = new(StringComparer.Ordinal)
    {
        "source", "status", "method", "path", "received-at",
        "outcome", "effect", "category", "confidence", "code", "code-name", "message", "correlation-id",
        "retry", "wait-ms", "wait-source", "max-retries", "decision", "decision-wait-ms", "reason",
    };

    private static readonly HashSet<string> s_repeatable = new(StringComparer.Ordinal) { "header", "field", "item" };
    private static readonly string[] s_required = ["source", "outcome", "effect", "decision"];
    private static readonly byte[] s_separator = "\n---\n"u8.ToArray();

    private readonly List<KeyValuePair<string, string>> _head;

    private Fixture(string name, List<KeyValuePair<string, string>> head, byte[] body)
    {
        Name = name;
        _head = head;
        Body = body;
    }

    /// <summary><c>vendor-id/short-name.txt</c>.</summary>
    public string Name { get; }

    public string VendorId => Name[..Name.IndexOf('/', StringComparison.Ordinal)];

    public byte[] Body { get; }

    public int Status => this["status"] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

    public string? Method => this["method"];

    public string? Path => this["path"];

    public DateTimeOffset? ReceivedAt =>
        this["received-at"] is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    public IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers =>
    [
        .. All("header").Select(line => line.Split(": ", 2)).Select(pair => new KeyValuePair<string, IEnumerable<string>>(pair[0], [pair[1]])),
    ];

    /// <summary>The value of a key that stands at most once; <see langword="null"/> where it does not stand there.</summary>
    public string? this[string key] => All(key) is [var value] ? value : null;

    /// <summary>The values of a key that may stand several times.</summary>
    public IReadOnlyList<string> All(string key) => [.. _head.Where(line => string.Equals(line.Key, key, StringComparison.Ordinal)).Select(line => line.Value)];

    public static Fixture Parse(string name, ReadOnlySpan<byte> file)
    {
        int end = file.IndexOf(s_separator);
        if (end < 0)
        {
            throw new FormatException($"{name}: no line '---' stands between head and body, or the head's lines end with CR LF.");
        }

        List<KeyValuePair<string, string>> head = [.. Encoding.UTF8.GetString(file[..end]).Split('\n').Select(line => ParseLine(name, line))];
        foreach (string key in s_single.Where(key => head.Count(line => string.Equals(line.Key, key, StringComparison.Ordinal)) > 1))
        {
            throw new FormatException($"{name}: the head key '{key}' stands there twice.");
        }

        foreach (string key in s_required.Where(key => !head.Exists(line => string.Equals(line.Key, key, StringComparison.Ordinal))))
        {
            throw new FormatException($"{name}: the head key '{key}' is missing.");
        }

        return new Fixture(name, head, file[(end + s_separator.Length)..].ToArray());
    }

    private static KeyValuePair<string, string> ParseLine(string name, string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0)
        {
            throw new FormatException($"{name}: the head line '{line}' is not of the form 'key: value'.");
        }

        string key = line[..colon];
        string value = line[(colon + 2)..];
        if (!s_single.Contains(key) && !s_repeatable.Contains(key))
        {
            throw new FormatException($"{name}: the head key '{key}' is not known; known are {string.Join(", ", s_single.Concat(s_repeatable).Order(StringComparer.Ordinal))}.");
        }

        if (string.Equals(key, "header", StringComparison.Ordinal) && !value.Contains(": ", StringComparison.Ordinal))
        {
            throw new FormatException($"{name}: the header '{value}' is not of the form 'Name: value'.");
        }

        return new KeyValuePair<string, string>(key, value);
    }
}
