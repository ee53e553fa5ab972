using System.Text;

namespace VendorErrors.Tests.Fuzz;

/// <summary>An answer that nobody sent, and the seed that makes it again.</summary>
internal sealed record FuzzCase(int Seed, Vendor Vendor, int Status, byte[] Body)
{
    public string? Method { get; init; }

    public string? Path { get; init; }

    public IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers { get; init; } = [];

    public VendorResponse Response => new(Status, Body) { Method = Method, Path = Path, Headers = Headers };

    public override string ToString() =>
        $"seed {Seed}: {Vendor.Id}, {Method} {Path}, HTTP {Status}, {string.Join(", ", Headers.Select(header => $"{header.Key}: {string.Join('|', header.Value)}"))}\n{Encoding.UTF8.GetString(Body)}";
}
