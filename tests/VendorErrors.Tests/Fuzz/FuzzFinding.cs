using System.Globalization;
using System.Text;

namespace VendorErrors.Tests.Fuzz;

/// <summary>A case that must not be, as a person gets it: seed, minimal body, and a fixture to keep.</summary>
internal static class FuzzFinding
{
    /// <summary>Writes the fixture and tells about it.</summary>
    internal static string Report(FuzzCase fuzzed, Func<FuzzCase, string?> violation, string folder)
    {
        FuzzCase smallest = Minimizer.Minimize(fuzzed, violation);
        string file = Path.Combine(folder, fuzzed.Vendor.Id, string.Create(CultureInfo.InvariantCulture, $"fuzz-{fuzzed.Seed}.txt"));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, [.. Encoding.UTF8.GetBytes(Head(smallest)), .. smallest.Body]);
        return $"{violation(fuzzed)}\n{smallest}\nIts body in base64: {Convert.ToBase64String(smallest.Body)}\nKept as {file}; write there what it means.";
    }

    private static string Head(FuzzCase fuzzed)
    {
        var head = new StringBuilder();
        Line("source", $"fuzz, seed {fuzzed.Seed.ToString(CultureInfo.InvariantCulture)}");
        Line("status", fuzzed.Status.ToString(CultureInfo.InvariantCulture));
        Line("method", fuzzed.Method);
        Line("path", fuzzed.Path);
        foreach (KeyValuePair<string, IEnumerable<string>> header in fuzzed.Headers)
        {
            Line("header", $"{header.Key}: {string.Join(", ", header.Value)}");
        }

        // Red until somebody has decided.
        Line("outcome", "to be decided");
        Line("effect", "to be decided");
        Line("decision", "to be decided");
        return head.Append("---\n").ToString();

        void Line(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                head.Append(key).Append(": ").Append(value.ReplaceLineEndings(" ")).Append('\n');
            }
        }
    }
}
