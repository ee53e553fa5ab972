namespace VendorErrors.Testing.Scripts;

/// <summary>Reads what is to happen: <c>code 10 wait 30s</c>, <c>drop after execution</c>.</summary>
internal static class ActionParser
{
    private const string Actions = "ok, code, status, page, drop, refuse, hang or event";

    internal static SimulatedStep Parse(Words words)
    {
        string action = words.Read("what is to happen");
        SimulatedStep step = action.ToUpperInvariant() switch
        {
            "OK" => SimulatedStep.Ok,
            "CODE" => SimulatedStep.Code(words.Read("the code")),
            "STATUS" => SimulatedStep.Status(words.ReadStatus(least: 200)),
            "PAGE" => SimulatedStep.GatewayPage(words.ReadStatus(least: 400)),
            "DROP" => SimulatedStep.Drop(),
            "REFUSE" => SimulatedStep.Refuse(),
            "HANG" => SimulatedStep.Hang(),
            "EVENT" => SimulatedStep.Ok.ThenEvent(EventParser.Parse(words)),
            _ => throw new SimulatorScriptException($"'{action}' is none of {Actions}"),
        };
        while (!words.IsAtEnd)
        {
            step = Modify(step, action, words);
        }

        return step;
    }

    private static SimulatedStep Modify(SimulatedStep step, string action, Words words)
    {
        string word = words.Read("a word");
        switch (word.ToUpperInvariant())
        {
            case "BEFORE":
                words.Expect("execution", $"after '{word}'");
                return step.BeforeExecution();
            case "AFTER":
                words.Expect("execution", $"after '{word}'");
                return step.AfterExecution();
            case "LATE":
                words.Expect("execution", $"after '{word}'");
                return step.LateExecution(words.ReadTime("the delay of the execution"));
            case "EVENT":
                return step.ThenEvent(EventParser.Parse(words));
            case "DELAY" when step.Kind == Simulation.StepKind.Hang:
                throw new SimulatorScriptException("'hang' never answers, so there is nothing to delay");
            case "DELAY":
                return step.Delay(words.ReadTime("the delay", isZeroAllowed: true));
            case "SLOW":
                return step.SlowBody(words.ReadTime("the pause"));
            case "CUT":
                return step.CutAt(words.ReadShare("the share of the body", isOneAllowed: false));
            case "WAIT" when step.Kind is Simulation.StepKind.Code or Simulation.StepKind.Answer:
                return step with { Options = step.Options with { Wait = words.ReadTime("the wait") } };
            case "MESSAGE" when step.Kind == Simulation.StepKind.Code:
                return step with { Options = step.Options with { Message = words.Read("the message") } };
            case "WAIT" or "MESSAGE":
                throw new SimulatorScriptException($"'{word}' goes with {(word.Length == 4 ? "'code', 'status' and 'page'" : "'code'")}, not with '{action}'");
            default:
                throw new SimulatorScriptException($"'{word}' is none of before execution, after execution, late execution, event, delay, slow, cut, wait or message");
        }
    }
}
