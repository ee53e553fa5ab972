using System.Text;

namespace VendorErrors.Testing.Tests.Scripts;

/// <summary>Whatever somebody writes, the parser plays it or says in one line why not.</summary>
[Trait("Category", "Slow")]
public class ScriptFuzzTests
{
    private static readonly string[] s_valid =
    [
        "next: code 10004", "then 3 times: status 503 delay 200ms", "on POST call/dial next: drop after execution", "chance 5%: page 502 slow 3s",
        "rate 20 per 10s code 60002", "tokens expire after 30m slots 8", "latency 120ms", "outage from 1m for 5m: hang", "next: ok cut 50%",
        "then: code 10 wait 30s message \"Slow down\"", "on \"GET */list\" chance 0.25: refuse", "# comment", string.Empty,
    ];

    private static readonly string[] s_words = [.. s_valid.SelectMany(line => line.Split(' ')).Distinct(StringComparer.Ordinal)];

    private static readonly string[] s_nasty =
        ["\"", "\"\"", ":", "::", "#", "%", "-", "+", ".", "-0s", "1e9s", "NaN", "∞%", "٣s", "2147483648", "0.00000000001ms", "\0", "\r", "\u2028", "{", "?", "*", "**", "/", "😀", "\ud800", "ON", "1%%", "0x10", "１s"];

    [Theory]
    [InlineData("yeastar-p-series", 1)]
    [InlineData("talkdesk-dialer", 2)]
    [InlineData("dexatel", 3)]
    [InlineData("dialnexa", 4)]
    [InlineData("8x8-connect", 5)]
    public void Play_OfMutatedScripts_ThrowsNothingElse(string vendorId, int seed)
    {
        Vendor vendor = Vendor.Find(vendorId)!;
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < 4000; i++)
        {
            string script = Mutate(random);
            try
            {
                new VendorSimulator(vendor).Play(script);
            }
            catch (SimulatorScriptException e)
            {
                refused++;
                e.Message.Should().MatchRegex("^line [0-9]+: [^\r\n\u2028\u2029\u0085]+$", $"that is what is said of {script}");
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{e.GetType().Name} for the script <{script}>", e);
            }
        }

        refused.Should().BeInRange(400, 3990, "mutations are refused often, and not always");
    }

    private static string Mutate(Random random)
    {
        var script = new StringBuilder();
        int lines = random.Next(1, 4);
        for (var i = 0; i < lines; i++)
        {
            List<string> words = [.. s_valid[random.Next(s_valid.Length)].Split(' ')];
            int changes = random.Next(3);
            for (var change = 0; change < changes; change++)
            {
                Change(random, words);
            }

            script.Append(string.Join(' ', words)).Append(random.Next(10) == 0 ? "\r\n" : "\n");
        }

        return script.ToString();
    }

    private static void Change(Random random, List<string> words)
    {
        int at = random.Next(words.Count);
        string other = random.Next(2) == 0 ? s_nasty[random.Next(s_nasty.Length)] : s_words[random.Next(s_words.Length)];
        switch (random.Next(5))
        {
            case 0:
                words[at] = other;
                break;
            case 1:
                words.Insert(at, other);
                break;
            case 2 when words.Count > 1:
                words.RemoveAt(at);
                break;
            case 3 when words[at].Length > 0:
                words[at] = words[at].Remove(random.Next(words[at].Length), 1);
                break;
            default:
                words[at] = words[at].Insert(random.Next(words[at].Length + 1), other);
                break;
        }
    }
}
