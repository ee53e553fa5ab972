using System.Globalization;
using VendorErrors;
using VendorErrors.Retries;
using VendorErrors.Testing;

namespace FiveVendors.Fleet;

/// <summary>
/// Three worker processes at a queue that delivers at least once. One is killed in the middle of its call and one before its acknowledgement; the queue delivers
/// their messages again. First without a call ledger, then with one.
/// </summary>
internal static class FleetSample
{
    private const string Usage = "usage: fleet [--redis ADDRESS | --redis env:NAME | --postgres env:NAME]";

    internal static async Task<int> RunAsync(string[] options, TextWriter output)
    {
        if (options is not ([] or ["--redis", _] or ["--postgres", ['e', 'n', 'v', ':', ..]]))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using LedgerServer? server = options.Length == 0 ? await LedgerServer.StartAsync() : null;
        StoreChoice store = server is null ? new StoreChoice(options[0], options[1]) : new StoreChoice(StoreChoice.Parent, server.Address.AbsoluteUri);
        await output.WriteLineAsync("without a call ledger");
        await PlayAsync(output, store: null);
        await output.WriteLineAsync();
        await output.WriteLineAsync($"with a call ledger, kept in {store.Name}");
        bool twice = await PlayAsync(output, store);
        await output.WriteLineAsync();
        await output.WriteLineAsync(twice ? "A customer was called twice with the ledger." : "With the ledger nobody was called twice.");
        return twice ? 1 : 0;
    }

    /// <returns>Whether a customer was called twice.</returns>
    private static async Task<bool> PlayAsync(TextWriter output, StoreChoice? store)
    {
        // The vendor takes half a second to answer, which is when the first worker is killed.
        var firstCall = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        FleetMessage[] messages = [.. Enumerable.Range(1, 3).Select(number => new FleetMessage(number, now))];
        var dialer = new VendorSimulator(Vendor.TalkdeskDialer, new SimulatorOptions
        {
            Latency = TimeSpan.FromMilliseconds(500),
            Observe = request => _ = request.IsExecuted && request.Subjects.Contains(messages[0].Customer, StringComparer.Ordinal) && firstCall.TrySetResult(),
        });
        await using SimulatorServer vendor = await SimulatorServer.StartAsync(dialer);
        using var one = new WorkerProcess(vendor.Address, store);
        using var two = new WorkerProcess(vendor.Address, store);
        using var three = new WorkerProcess(vendor.Address, store);

        await one.GiveAsync(messages[0]);
        await await Task.WhenAny(firstCall.Task, one.HearAsync("ended"));
        one.Kill();
        await output.WriteLineAsync("  message 1  worker 1 is killed while the vendor makes the call");

        await two.GiveAsync(messages[1]);
        await two.HearAsync("called");
        two.Kill();
        await output.WriteLineAsync("  message 2  worker 2 made the call, and is killed before it acknowledges");

        foreach (int number in (int[])[3, 1, 2])
        {
            await DeliverAsync(output, three, messages[number - 1]);
        }

        int[] called = [.. messages.Select(message => dialer.TimesCalled(message.Customer))];
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  customer 1 was called {Times(called[0])}, customer 2 {Times(called[1])}, customer 3 {Times(called[2])}"));
        return called.Any(times => times > 1);
    }

    /// <summary>Delivers a message until the worker says what becomes of it.</summary>
    private static async Task DeliverAsync(TextWriter output, WorkerProcess worker, FleetMessage message)
    {
        while (true)
        {
            await worker.GiveAsync(message);
            string[] said = await worker.HearAsync("ended");
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  message {message.Number}  worker 3: {said[0]}, {said[2]}"));
            if (said[0] != nameof(QueueAction.Requeue))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(long.Parse(said[1], CultureInfo.InvariantCulture)));
        }
    }

    private static string Times(int times) => times == 1 ? "once" : $"{times} times";
}
