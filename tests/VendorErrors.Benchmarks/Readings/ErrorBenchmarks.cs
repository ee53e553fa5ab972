using BenchmarkDotNet.Attributes;
using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;

namespace VendorErrors.Benchmarks.Readings;

/// <summary>Errors of the five vendors in turn.</summary>
[InProcess]
[MemoryDiagnoser]
public class ErrorBenchmarks
{
    private readonly ErrorAnswer[] _answers = ErrorAnswers.Mixed();
    private int _next;

    [Benchmark]
    public object? Classify() => ErrorReading.Classify(Next()).Error;

    [Benchmark(Baseline = true)]
    public object Pocos() => ErrorReading.Pocos(Next());

    [Benchmark]
    public object Reader() => ErrorReader.Read(Next());

    private ErrorAnswer Next() => _answers[_next++ % _answers.Length];
}
