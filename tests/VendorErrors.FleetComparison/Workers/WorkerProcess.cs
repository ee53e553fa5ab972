using System.Diagnostics;
using System.Globalization;
using VendorErrors.Comparison.Contestants;
using VendorErrors.FleetComparison.Contestants;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.FleetComparison.Queue;
using VendorErrors.Retries;

namespace VendorErrors.FleetComparison.Workers;

/// <summary>A worker process, seen from outside. Used by one thread; its events come through <c>post</c>.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Dictionary<int, Delivery> _deliveries = [];

    public WorkerProcess(int number, WorkerArguments arguments, Action<Action> post, IWorkerEvents events)
    {
        Number = number;
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        foreach (string argument in arguments.ToArguments())
        {
            start.ArgumentList.Add(argument);
        }

        // No server of diagnostics in hundreds of short-lived processes.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredCompilation"] = "1";
        _process = Process.Start(start)!;
        _ = ReadAsync(post, events);
    }

    public int Number { get; }

    public WorkerState State { get; set; }

    public bool IsReady { get; private set; }

    /// <summary>What it has, by the number of the delivery.</summary>
    public IReadOnlyDictionary<int, Delivery> Deliveries => _deliveries;

    /// <summary>The calls that have come where they are to be killed.</summary>
    public Dictionary<int, long> Blocked { get; } = [];

    /// <summary>When it was doomed.</summary>
    public long DoomedAt { get; set; }

    public bool Give(int number, Delivery delivery, KillWindow window, DateTimeOffset createdAt, int deliveries)
    {
        _deliveries[number] = delivery;
        try
        {
            _process.StandardInput.WriteLine(JobLine.Of(number, delivery.Job, window, createdAt, deliveries));
            _process.StandardInput.Flush();
            return true;
        }
        catch (IOException)
        {
            // It is dead, and its end will be heard of.
            return false;
        }
    }

    public void Kill()
    {
        State = WorkerState.Dead;
        _process.Kill();
    }

    public void Dispose()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }

        _process.Dispose();
    }

    private async Task ReadAsync(Action<Action> post, IWorkerEvents events)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            post(() => Hear(line, events));
        }

        post(() => events.Ended(this));
    }

    private void Hear(string line, IWorkerEvents events)
    {
        string[] words = line.Split(' ');
        switch (words[0])
        {
            case WorkerProgram.Ready:
                IsReady = true;
                break;
            case "at":
                events.Reached(this, Number(words[1]));
                break;
            case "done" when _deliveries.Remove(Number(words[1]), out Delivery? delivery):
                int wait = Number(words[4]);
                Blocked.Remove(delivery.Job.Number);
                events.Done(this, delivery, new Verdict((QueueAction)Number(words[2]), (Told)Number(words[3]), wait < 0 ? null : TimeSpan.FromMilliseconds(wait), words[5]));
                break;
        }

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
