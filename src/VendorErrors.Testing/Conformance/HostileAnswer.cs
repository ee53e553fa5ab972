using System.Text;

namespace VendorErrors.Testing.Conformance;

/// <summary>An answer that <see cref="HostileAnswers"/> made.</summary>
internal sealed record HostileAnswer(int Status, byte[] Body, KeyValuePair<string, IEnumerable<string>>[]? Headers, string? Method, string? Path)
{
    internal VendorResponse Response => new(Status, Body)
    {
        Headers = Headers,
        Method = Method,
        Path = Path,
        ReceivedAt = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero),
    };

    public override string ToString() =>
        $"{Status} {Method} {Path} {string.Join(" ", (Headers ?? []).Select(header => $"{header.Key}={string.Join("|", header.Value)}"))} {Encoding.UTF8.GetString(Body)}";
}
