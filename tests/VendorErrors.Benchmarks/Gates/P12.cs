using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// Requests over loopback, read to their end, one at a time and many at once, by clients of one factory that differ by their handler. CPU is
/// that of the client's process alone, all of its threads.
/// </summary>
internal sealed class P12() : Gate(12, "handler on Kestrel loopback, CPU")
{
    private const int Requests = 32;
    private const int ManyAtOnce = 64;
    private const int RequestsOfEach = 4;

    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        using var vendor = new LoopbackVendor();
        using var clients = new FactoryClients(vendor.Address);
        return
        [
            .. Measure(runner, clients, "100 B, one at a time", LoopbackServer.Tiny, atOnce: 1, Requests),
            .. Measure(runner, clients, "2 KB, one at a time", LoopbackServer.Small, atOnce: 1, Requests),
            .. Measure(runner, clients, "100 B, 64 at once", LoopbackServer.Tiny, ManyAtOnce, RequestsOfEach),
            .. Measure(runner, clients, "2 KB, 64 at once", LoopbackServer.Small, ManyAtOnce, RequestsOfEach),
        ];
    }

    private static Figure[] Measure(PairRunner runner, FactoryClients clients, string name, string path, int atOnce, int requests)
    {
        Candidate ours = Create($"{name}: handler", clients.Ours);
        Candidate bare = Create("bare", clients.Bare);
        Candidate polly = Create("Polly retry", clients.Polly);
        Candidate standard = Create("standard handler", clients.Standard);
        Candidate byHand = Create("Polly retry + JsonDocument", clients.PollyByHand);
        Candidate resilience = Create("AddResilienceHandler", clients.Resilience);
        Agreement.Check(name, [0], _ => ours.RunOnce(), _ => bare.RunOnce(), _ => polly.RunOnce(), _ => standard.RunOnce(), _ => byHand.RunOnce(), _ => resilience.RunOnce());
        double[] ratios = runner.CompareOn(Clock.Process, ours, bare, polly, standard, byHand, resilience).Ratios;
        return
        [
            new Figure($"{name} ÷ bare", ratios[0]) { Bar = 1.10, Stretch = 1.05 },
            new Figure($"{name} ÷ a Polly retry", ratios[1]) { Bar = 1 },
            new Figure($"{name} ÷ AddStandardResilienceHandler", ratios[2]) { Bar = 1 },
            new Figure($"{name} ÷ a Polly retry + JsonDocument", ratios[3]),
            new Figure($"{name} ÷ AddResilienceHandler with a retry", ratios[4]),
        ];

        Candidate Create(string who, HttpClient client) => LoopbackVendor.CreateCandidate(who, client, path, atOnce, requests);
    }
}
