using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>Candidates are compared only where they come to the same verdict on every input.</summary>
internal static class Agreement
{
    public static void Check<TInput, TVerdict>(string work, IEnumerable<TInput> inputs, params Func<TInput, TVerdict>[] verdicts)
    {
        foreach (TInput input in inputs)
        {
            TVerdict first = verdicts[0](input);
            foreach (Func<TInput, TVerdict> other in verdicts.Skip(1))
            {
                TVerdict second = other(input);
                if (!EqualityComparer<TVerdict>.Default.Equals(first, second))
                {
                    throw new VoidRunException($"the candidates of '{work}' do not agree: {first} is not {second}");
                }
            }
        }
    }
}
