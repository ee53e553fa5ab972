using System.Text;

namespace VendorErrors.Tests.Properties;

/// <summary>A response that <see cref="VendorFuzzer"/> made.</summary>
internal sealed record FuzzedResponse(int Status, byte[] Body, KeyValuePair<string, IEnumerable<string>>[]? Headers, string? Method, string? Path)
{
    internal VendorResponse Response => new(Status, Body)
    {
        Headers = Headers,
        Method = Method,
        Path = Path,
        ReceivedAt = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero),
    };

    public override string ToString() =>
        $"{Status} {Method} {Path} {string.Join(' ', (Headers ?? []).Select(header => $"{header.Key}={string.Join('|', header.Value)}"))} {Encoding.UTF8.GetString(Body)}";
}
