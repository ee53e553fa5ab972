namespace VendorErrors.Benchmarks.Measuring;

/// <summary>One way to do a piece of work. A pass does it once for each of its inputs, and returns a sum of the results, which is published.</summary>
internal sealed class Candidate(string name, int calls, Func<int> pass)
{
    public string Name => name;

    /// <summary>How many calls a pass is.</summary>
    public int Calls => calls;

    /// <summary>Work on each of several inputs in turn.</summary>
    public static Candidate Each<T>(string name, T[] inputs, Func<T, int> work) =>
        new(name, inputs.Length, () =>
        {
            var sum = 0;
            foreach (T input in inputs)
            {
                sum += work(input);
            }

            return sum;
        });

    /// <summary>An identical copy, to be measured against the original.</summary>
    public Candidate Copy() => new(name, calls, pass);

    /// <summary>One pass, for its result.</summary>
    public int RunOnce() => pass();

    public void Run(int passes)
    {
        for (var i = 0; i < passes; i++)
        {
            Sink.Number += pass();
        }
    }
}
