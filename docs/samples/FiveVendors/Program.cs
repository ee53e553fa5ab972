using System.Runtime.InteropServices;
using FiveVendors;
using FiveVendors.Fleet;

// The host of a simulated vendor takes this signal for its own.
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, static _ => Environment.Exit(130));
return args switch
{
    [FleetWorker.Command, ..] => await FleetWorker.RunAsync(args),
    ["fleet", .. string[] options] => await FleetSample.RunAsync(options, Console.Out),
    _ => await Sample.RunAsync(Console.Out),
};
