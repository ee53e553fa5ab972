using BenchmarkDotNet.Running;
using VendorErrors.Benchmarks;

if (args is ["gates", ..])
{
    return GateCommand.Run(args.AsSpan(1));
}

BenchmarkSwitcher.FromAssembly(typeof(GateCommand).Assembly).Run(args);
return 0;
