using BenchmarkDotNet.Running;
using VendorErrors.Benchmarks;
using VendorErrors.Benchmarks.Processes;

return args switch
{
    ["gates", ..] => GateCommand.Run(args.AsSpan(1)),
    [Self.Gate, { } id] => GateProcess.Print(id),
    [Self.Serve] => await LoopbackServer.RunAsync(),
    [Self.FirstError] => ColdStart.PrintFirstError(),
    _ => RunBenchmarks(args),
};

// Apart, so that the others do not load it.
static int RunBenchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(GateCommand).Assembly).Run(args);
    return 0;
}
