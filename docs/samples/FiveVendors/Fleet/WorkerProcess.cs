using System.Diagnostics;

namespace FiveVendors.Fleet;

/// <summary>A worker process, seen from the queue.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    public WorkerProcess(Uri vendor, StoreChoice? store)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])[typeof(WorkerProcess).Assembly.Location, FleetWorker.Command, vendor.AbsoluteUri, .. store is null ? (string[])[] : [store.Kind, store.Connection]])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
    }

    public async Task GiveAsync(FleetMessage message)
    {
        await _process.StandardInput.WriteLineAsync(message.ToString());
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The next line that begins with a word; its other words.</summary>
    public async Task<string[]> HearAsync(string word)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ', 5) is { } words && words[0] == word)
            {
                return words[2..];
            }
        }

        throw new InvalidOperationException("The worker ended by itself.");
    }

    /// <summary>Kills it at once, as the system does: nothing in it runs any more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
