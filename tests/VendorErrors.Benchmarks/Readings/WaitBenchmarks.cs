using BenchmarkDotNet.Attributes;
using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Classification.Waits;

namespace VendorErrors.Benchmarks.Readings;

/// <summary>Waits in sentences.</summary>
[InProcess]
[MemoryDiagnoser]
public class WaitBenchmarks
{
    private readonly string[] _sentences = WaitSentences.Mixed();
    private int _next;

    [Benchmark]
    public TimeSpan? Scan() => WaitPhrase.Find(Next(), out _);

    [Benchmark(Baseline = true)]
    public TimeSpan? Regex() => WaitRegex.Find(Next());

    private string Next() => _sentences[_next++ % _sentences.Length];
}
