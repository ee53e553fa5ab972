using VendorErrors.Tests.Fixtures;

namespace VendorErrors.Tests.Fuzz;

/// <summary>The captured answers that everything is made of.</summary>
internal sealed class FuzzCorpus
{
    private readonly Fixture[] _all = [.. FixtureFiles.Names.Select(FixtureFiles.Read)];

    internal static FuzzCorpus Instance { get; } = new();

    internal byte[] AnyBody(Random random) => _all[random.Next(_all.Length)].Body;

    /// <summary>The case of a seed: an answer of any vendor, damaged up to four times, as the answer of this vendor.</summary>
    internal FuzzCase Make(int seed, Vendor vendor)
    {
        var random = new Random(seed);
        Fixture fixture = _all[random.Next(_all.Length)];
        if (random.Next(4) > 0 && !string.Equals(fixture.VendorId, vendor.Id, StringComparison.Ordinal))
        {
            // Mostly the vendor's own.
            Fixture[] own = Own(vendor);
            fixture = own.Length == 0 ? fixture : own[random.Next(own.Length)];
        }

        byte[] body = fixture.Body;
        for (int left = random.Next(5); left > 0; left--)
        {
            body = BodyMutations.Apply(body, random, this);
        }

        int[] statuses = [200, 200, 200, 201, 202, 204, 207, 304, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504, 0, 100, 299, 600, -1, int.MaxValue];
        return new FuzzCase(seed, vendor, random.Next(3) == 0 ? statuses[random.Next(statuses.Length)] : fixture.Status, body)
        {
            Method = random.Next(10) == 0 ? "" : fixture.Method,
            Path = random.Next(10) == 0 ? "//\u0000?%zz#" : fixture.Path,
            Headers = random.Next(4) == 0 ? HeaderMutations.Apply(fixture.Headers, random) : fixture.Headers,
        };
    }

    private readonly Dictionary<Vendor, Fixture[]> _own = [];

    private Fixture[] Own(Vendor vendor)
    {
        lock (_own)
        {
            return _own.TryGetValue(vendor, out Fixture[]? own) ? own : _own[vendor] = [.. _all.Where(fixture => string.Equals(fixture.VendorId, vendor.Id, StringComparison.Ordinal))];
        }
    }
}
