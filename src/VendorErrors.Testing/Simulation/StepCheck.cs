using VendorErrors.Testing.Composition;
using VendorErrors.Testing.Events;

namespace VendorErrors.Testing.Simulation;

/// <summary>Refuses steps that no vendor could play.</summary>
internal static class StepCheck
{
    /// <summary>Why a step cannot be played, as a sentence; null where it can.</summary>
    internal static string? FaultOf(Vendor vendor, SimulatedStep step) =>
        AnswerFaultOf(vendor, step) ?? (step.Events.Count == 0 ? null : EventFaultOf(vendor, step));

    private static string? AnswerFaultOf(Vendor vendor, SimulatedStep step)
    {
        if (step is { Kind: StepKind.Ok, Executes: false })
        {
            return "'ok' says that it was done, so it cannot come before execution.";
        }

        if (step is { Kind: StepKind.Refuse, Executes: true })
        {
            return "'refuse' makes no connection, so it cannot be executed.";
        }

        if (step is { Kind: StepKind.Ok, ExecutionDelay: not null })
        {
            return "'ok' says that it was done, so it cannot be executed later.";
        }

        bool touchesBody = step.Cut is not null || step.BodyDelay > TimeSpan.Zero;
        if (step.Kind is not (StepKind.Code or StepKind.Answer))
        {
            return touchesBody && step.Kind != StepKind.Ok ? $"'{step}' sends no body, so there is none to be slow or cut." : null;
        }

        if (step.CodeText is { } code && step.Kind == StepKind.Code && RowChoice.Find(vendor, code, OperationOf(step)) is null)
        {
            return RowChoice.Missing(vendor, code);
        }

        ComposedResponse response;
        try
        {
            response = Compose(vendor, step, step.Options with { Operation = OperationOf(step) });
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException)
        {
            return $"'{step}' cannot be composed: {e.Message}";
        }

        if (touchesBody && response.Body.Length == 0)
        {
            return $"'{step}' has no body to be slow or cut.";
        }

        if (!string.Equals(response.Vendor.Id, vendor.Id, StringComparison.Ordinal))
        {
            return $"'{step}' is an answer of {response.Vendor.Id}, not of {vendor.Id}.";
        }

        if (response.Status < 200)
        {
            return $"'{step}' has HTTP {response.Status}, which is not a final answer.";
        }

        Effect effect = response.Classify().Effect;
        return (effect, step.Executes) switch
        {
            (Effect.None, true) => $"'{step}' says that nothing was done, so it cannot come after execution.",
            (Effect.Applied or Effect.Partial, _) when step.ExecutionDelay is not null => $"'{step}' says that something was done, so it cannot be executed later.",
            (Effect.Applied or Effect.Partial, false) => $"'{step}' says that something was done, so it cannot come before execution.",
            _ => null,
        };
    }

    internal static ComposedResponse Compose(Vendor vendor, SimulatedStep step, ResponseOptions options) =>
        step.Kind == StepKind.Code ? VendorResponses.For(vendor, step.CodeText!, options)
        : step.Compose!(vendor) is var answer && options.Wait is { } wait ? answer with { Headers = [.. answer.Headers, .. BodyComposition.RetryAfter(wait)] }
        : answer;

    private static string? EventFaultOf(Vendor vendor, SimulatedStep step)
    {
        Effect effect = step.Kind switch
        {
            StepKind.Ok => Effect.Applied,
            StepKind.Code or StepKind.Answer => Compose(vendor, step, step.Options with { Operation = OperationOf(step) }).Classify().Effect,
            _ => Effect.Unknown,
        };
        return effect == Effect.None ? $"'{step}' says that nothing was done, so there is nothing to send an event of."
            : effect == Effect.Unknown && step.Executes != true ? $"'{step}' is not executed, so there is nothing to send an event of; 'after execution' or 'late execution' says that it is."
            : step.Events.Select(sent => EventSamples.FaultOf(vendor, sent)).FirstOrDefault(fault => fault is not null);
    }

    private static string? OperationOf(SimulatedStep step) => step.Options.Operation ?? step.Operation;
}
