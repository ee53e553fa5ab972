using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;
using VendorErrors.Http;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>Requests one after the other over loopback, read to their end; CPU is that of the client's process alone.</summary>
internal sealed class P12() : Gate(12, "handler on Kestrel loopback, 2 KB ÷ no handler")
{
    private const int Requests = 32;

    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        using var vendor = new LoopbackVendor();
        using HttpClient with = vendor.CreateClient(new VendorErrorHandler(Vendor.TalkdeskDialer));
        using HttpClient without = vendor.CreateClient(null);
        Candidate ours = Create("handler", with);
        Candidate bare = Create("no handler", without);
        return
        [
            new Figure("wall", runner.CompareOn(Clock.Wall, ours, bare).Ratios[0]) { Bar = 1.10, Stretch = 1.05 },
            new Figure("CPU", runner.CompareOn(Clock.Process, ours, bare).Ratios[0]) { Bar = 1.10, Stretch = 1.05 },
        ];
    }

    private static Candidate Create(string name, HttpClient client)
    {
        var buffer = new byte[4096];
        return new Candidate(name, Requests, () => DownloadAllAsync(client, buffer).GetAwaiter().GetResult());
    }

    private static async Task<int> DownloadAllAsync(HttpClient client, byte[] buffer)
    {
        var total = 0;
        for (var i = 0; i < Requests; i++)
        {
            total += await LoopbackVendor.DownloadAsync(client, "/small", buffer);
        }

        return total;
    }
}
