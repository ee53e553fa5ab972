namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>What came of all orders.</summary>
internal sealed class Exploration
{
    /// <summary>Orders that end in a way of their own.</summary>
    public int Orders { get; private set; }

    /// <summary>All states that any order leads to.</summary>
    public int States { get; set; }

    /// <summary>In how many the vendor did it once.</summary>
    public int DoneOnce { get; private set; }

    /// <summary>In how many the vendor did it twice because somebody slept longer than is assumed.</summary>
    public int BrokenByAssumption { get; private set; }

    /// <summary>The first fault of the protocol, with all that led to it; null where there is none.</summary>
    public string? FirstFault { get; private set; }

    /// <summary>All kinds of faults.</summary>
    public HashSet<string> Faults { get; } = [];

    public void Add(Run run)
    {
        Orders++;
        DoneOnce += run.Executions == 1 ? 1 : 0;
        if (run.Fault is not null && run.BreaksTheAssumption)
        {
            BrokenByAssumption++;
        }
        else if (run.Fault is not null)
        {
            Faults.Add(run.Fault);
            FirstFault ??= $"{run.Fault}:{Environment.NewLine}{run}";
        }
    }
}
