using System.Text;
using VendorErrors.Packs;
using VendorErrors.Tests.Fixtures;

namespace VendorErrors.Tests.Fuzz;

/// <summary>The captured answers that everything is made of: those of the answers, and those that the packs carry.</summary>
internal sealed class FuzzCorpus
{
    private readonly CorpusAnswer[] _all = [.. FixtureFiles.Names.Select(FixtureFiles.Read).Select(CorpusAnswer.Of), .. Vendor.All.SelectMany(vendor => vendor.ContentWithAnswers.Answers, CorpusAnswer.Of)];

    internal static FuzzCorpus Instance { get; } = new();

    internal byte[] AnyBody(Random random) => _all[random.Next(_all.Length)].Body;

    /// <summary>The case of a seed: an answer of any vendor, damaged up to four times, as the answer of this vendor.</summary>
    internal FuzzCase Make(int seed, Vendor vendor)
    {
        var random = new Random(seed);
        CorpusAnswer answer = _all[random.Next(_all.Length)];
        if (random.Next(4) > 0 && !string.Equals(answer.VendorId, vendor.Id, StringComparison.Ordinal))
        {
            // Mostly the vendor's own.
            CorpusAnswer[] own = Own(vendor);
            answer = own.Length == 0 ? answer : own[random.Next(own.Length)];
        }

        byte[] body = answer.Body;
        for (int left = random.Next(5); left > 0; left--)
        {
            body = BodyMutations.Apply(body, random, this);
        }

        int[] statuses = [200, 200, 200, 201, 202, 204, 207, 304, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504, 0, 100, 299, 600, -1, int.MaxValue];
        return new FuzzCase(seed, vendor, random.Next(3) == 0 ? statuses[random.Next(statuses.Length)] : answer.Status, body)
        {
            Method = random.Next(10) == 0 ? "" : answer.Method,
            Path = random.Next(10) == 0 ? "//\u0000?%zz#" : answer.Path,
            Headers = random.Next(4) == 0 ? HeaderMutations.Apply(answer.Headers, random) : answer.Headers,
        };
    }

    private readonly Dictionary<Vendor, CorpusAnswer[]> _own = [];

    private CorpusAnswer[] Own(Vendor vendor)
    {
        lock (_own)
        {
            return _own.TryGetValue(vendor, out CorpusAnswer[]? own) ? own : _own[vendor] = [.. _all.Where(answer => string.Equals(answer.VendorId, vendor.Id, StringComparison.Ordinal))];
        }
    }

    private sealed record CorpusAnswer(string VendorId, int Status, byte[] Body, string? Method, string? Path, IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers)
    {
        public static CorpusAnswer Of(Fixture fixture) => new(fixture.VendorId, fixture.Status, fixture.Body, fixture.Method, fixture.Path, fixture.Headers);

        public static CorpusAnswer Of(Vendor vendor, PackAnswer answer) =>
            new(vendor.Id, answer.Status, Encoding.UTF8.GetBytes(answer.Body), answer.Method, answer.Path, [.. answer.Headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, [header.Value]))]);
    }
}
