using BenchmarkDotNet.Attributes;
using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;

namespace VendorErrors.Benchmarks.Readings;

/// <summary>Success, the discriminator first or last.</summary>
[InProcess]
[MemoryDiagnoser]
public class SuccessBenchmarks
{
    private byte[][] _bodies = [];
    private int _next;

    [Params(100, 2048, 65536)]
    public int Bytes { get; set; }

    [Params(true, false)]
    public bool CodeFirst { get; set; }

    [GlobalSetup]
    public void CreateBodies() => _bodies = CodeFirst ? TalkdeskSuccess.First(Bytes) : TalkdeskSuccess.Last(Bytes);

    [Benchmark]
    public int Classify() => SuccessVerdict.Classify(Next());

    [Benchmark]
    public int ClassifyBeginning() => SuccessVerdict.ClassifyBeginning(Next());

    [Benchmark(Baseline = true)]
    public int Tokenize() => SuccessVerdict.Tokenize(Next());

    [Benchmark]
    public int ReaderToCode() => SuccessVerdict.ReaderToCode(Next());

    [Benchmark]
    public int Poco() => SuccessVerdict.Poco(Next());

    [Benchmark]
    public int Document() => SuccessVerdict.Document(Next());

    private byte[] Next() => _bodies[_next++ % _bodies.Length];
}
