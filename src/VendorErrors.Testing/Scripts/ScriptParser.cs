using VendorErrors.Definitions;
using VendorErrors.Testing.Simulation;

namespace VendorErrors.Testing.Scripts;

/// <summary>Reads scripts, a line each.</summary>
internal static class ScriptParser
{
    private const string Lines = "next, then, chance, rate, tokens, latency or outage";

    private static readonly string[] s_methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    internal static ScriptLine[] Parse(Vendor vendor, string script)
    {
        var lines = new List<ScriptLine>();
        string[] texts = script.Split('\n');
        for (var i = 0; i < texts.Length; i++)
        {
            try
            {
                var words = new Words(texts[i]);
                if (!words.IsAtEnd)
                {
                    lines.Add(ParseLine(vendor, words));
                    RefuseRest(words);
                }
            }
            catch (SimulatorScriptException e)
            {
                throw new SimulatorScriptException($"line {i + 1}: {e.Message.TrimEnd('.')}", e.InnerException);
            }
        }

        return [.. lines];
    }

    private static ScriptLine ParseLine(Vendor vendor, Words words)
    {
        string? operation = words.TryRead("on") ? ReadOperation(words) : null;
        string verb = words.Read($"one of {Lines}");
        switch (verb.ToUpperInvariant())
        {
            case "NEXT" or "THEN":
                SimulatedStep step = ReadStep(vendor, words, operation, ReadTimes(words, verb));
                return new ScriptLine(service => service.Script.Add([step]));
            case "CHANCE":
                double probability = words.ReadShare("a chance", isOneAllowed: true);
                SimulatedStep chance = ReadStep(vendor, words, operation, times: 1);
                return new ScriptLine(service => service.Script.AddChance(probability, chance));
            case "RATE" or "TOKENS" or "LATENCY" or "OUTAGE" when operation is not null:
                throw new SimulatorScriptException($"'on' goes with next, then and chance, not with '{verb}'");
            case "RATE":
                return ReadRate(vendor, words);
            case "TOKENS":
                return ReadTokens(words);
            case "LATENCY":
                TimeSpan latency = words.ReadTime("the latency", isZeroAllowed: true);
                return new ScriptLine(service => service.Options = service.Options with { Latency = latency });
            case "OUTAGE":
                return ReadOutage(vendor, words);
            default:
                throw new SimulatorScriptException($"'{verb}' is none of {Lines}");
        }
    }

    private static string ReadOperation(Words words)
    {
        string first = words.Read("the operation");
        string operation = s_methods.Contains(first, StringComparer.OrdinalIgnoreCase) ? $"{first.ToUpperInvariant()} {words.Read("the path")}" : first;
        return OperationPattern.FaultOf(operation) is { } fault ? throw new SimulatorScriptException($"the operation '{operation}' {fault}") : operation;
    }

    private static int ReadTimes(Words words, string verb)
    {
        if (!words.IsAtNumber)
        {
            words.Expect(":", $"after '{verb}'");
            return 1;
        }

        int times = words.ReadCount("how many times");
        _ = words.TryRead("times") || words.TryRead("time");
        words.Expect(":", "after the count");
        return times;
    }

    private static SimulatedStep ReadStep(Vendor vendor, Words words, string? operation, int times)
    {
        _ = words.TryRead(":");
        SimulatedStep step = ActionParser.Parse(words).Times(times);
        step = operation is null ? step : step.On(operation);
        return StepCheck.FaultOf(vendor, step) is { } fault ? throw new SimulatorScriptException(fault) : step;
    }

    private static ScriptLine ReadRate(Vendor vendor, Words words)
    {
        int requests = words.ReadCount("the number of requests");
        words.Expect("per", "after the number of requests");
        TimeSpan window = words.ReadTime("the window");
        string? code = words.TryRead("code") ? words.Read("the code") : null;
        if (code is not null && StepCheck.FaultOf(vendor, SimulatedStep.Code(code).BeforeExecution()) is { } fault)
        {
            throw new SimulatorScriptException(fault);
        }

        return new ScriptLine(service => service.Options = service.Options with { Rate = new RateRule(requests, window) { Code = code } });
    }

    private static ScriptLine ReadTokens(Words words)
    {
        words.Expect("expire", "after 'tokens'");
        words.Expect("after", "after 'expire'");
        TimeSpan lifetime = words.ReadTime("the lifetime");
        int? slots = words.TryRead("slots") ? words.ReadCount("the number of slots") : null;
        var rules = new TokenRules { Lifetime = lifetime };
        return new ScriptLine(service => service.Options = service.Options with { Tokens = slots is { } count ? rules with { Slots = count } : rules });
    }

    private static ScriptLine ReadOutage(Vendor vendor, Words words)
    {
        TimeSpan from = words.TryRead("from") ? words.ReadTime("the beginning", isZeroAllowed: true) : TimeSpan.Zero;
        words.Expect("for", "before the length of the outage");
        TimeSpan length = words.ReadTime("the length");
        SimulatedStep step = words.IsAtEnd ? SimulatedStep.GatewayPage() : ReadStep(vendor, words, operation: null, times: 1);
        return new ScriptLine(service => service.Script.AddOutage(service.Options.Time.GetUtcNow(), from, length, step));
    }

    private static void RefuseRest(Words words)
    {
        if (!words.IsAtEnd)
        {
            throw new SimulatorScriptException($"unexpected argument '{words.Read("a word")}'");
        }
    }
}
