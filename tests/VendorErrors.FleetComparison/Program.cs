// The comparison as a fleet: the same messages of a queue, worked off by processes that are killed, in five ways, and what came of it.
//
//   dotnet run -c Release --project tests/VendorErrors.FleetComparison                                a small fleet of each contestant and store
//   dotnet run -c Release --project tests/VendorErrors.FleetComparison -- --scale long --results F    10,000 messages each; reports go into a file
//   dotnet run -c Release --project tests/VendorErrors.FleetComparison -- --write                     writes docs/fleet-comparison.md from the files
//   dotnet run -c Release --project tests/VendorErrors.FleetComparison -- --contestant ledger --store postgresql
//
// How it works, folder by folder:
//   Plan/         the messages, made once from a seed: who is called, what becomes of each attempt, and where the worker is killed
//   Contestants/  the five ways, each with its settings and its worker's manners
//   Workers/      the worker process, and how it is seen from outside
//   Queue/        the queue, and the loop that starts, feeds and kills workers
//   Vendors/      the simulated vendors on ports of this machine
//   Stores/       PostgreSQL and Redis, started and killed for the run
//   Cost/         what the ledger costs
//   Measures/     what the vendors really did, set against what the workers said
//   Page/         the console and the page
using System.Runtime.InteropServices;
using VendorErrors.FleetComparison.Cost;
using VendorErrors.FleetComparison.Page;
using VendorErrors.FleetComparison.Queue;
using VendorErrors.FleetComparison.Workers;

if (args is [WorkerArguments.Command, ..])
{
    return await WorkerProgram.RunAsync(WorkerArguments.Parse(args));
}

FleetArguments arguments = FleetArguments.Parse(args);
if (arguments.Fault is { } fault)
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}

// The hosts of the vendors take these signals for theirs.
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static _ => Environment.Exit(143));
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, static _ => Environment.Exit(130));
switch (arguments.Mode)
{
    case FleetMode.Write:
        return FleetPage.Write();
    case FleetMode.Check:
        return FleetPage.Check();
    case FleetMode.Cost:
        return await CostRuns.RunAsync(arguments);
    default:
        return await FleetRuns.RunAsync(arguments);
}
