using System.Text;

namespace VendorErrors.Benchmarks.Bodies;

/// <summary>Valid successes of Talkdesk's that are made to be slow to read; the discriminator stands last, so that all of it has to be passed.</summary>
internal static class HostileSuccess
{
    // Below the depth at which a body counts as broken: a deeper one would be given up at once.
    private const int Depth = 1000;

    public static IReadOnlyList<(string Name, Func<int, byte[]> Body)> Kinds { get; } =
    [
        ("blanks", bytes => Payload(bytes, "[", string.Concat(Enumerable.Repeat(" \n\t ", 16)) + "1,", "1]")),
        ("brackets", bytes => Payload(bytes, "[", "[],{},", "[]]")),
        ("escapes", bytes => Payload(bytes, "\"", """\"\\\u0041\n""", "\"")),
        ("deep nesting", bytes => Payload(bytes, "[", new string('[', Depth) + new string(']', Depth) + ",", "1]")),
        ("names", bytes => Encoding.UTF8.GetBytes($$"""{{{Repeat(bytes, "\"a\":1,")}}"statusCode":0}""")),
    ];

    private static byte[] Payload(int bytes, string start, string unit, string end) =>
        Encoding.UTF8.GetBytes($$"""{"payload":{{start}}{{Repeat(bytes, unit)}}{{end}},"statusCode":0}""");

    private static string Repeat(int bytes, string unit) => new StringBuilder(bytes).Insert(0, unit, bytes / unit.Length).ToString();
}
