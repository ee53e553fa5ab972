using System.Text.Json;
using VendorErrors.Testing.LookUps;
using VendorErrors.Testing.Requests;
using VendorErrors.Testing.Simulation;

namespace VendorErrors.Testing.Events;

/// <summary>The events of one request: what comes when, and whether anybody was reached after all.</summary>
/// <param name="Deliveries">The deliveries to come.</param>
/// <param name="IsForNothing">Whether the last event to happen says that nothing came of it, as where all lines of a trunk are in use.</param>
internal sealed record EventPlan(IReadOnlyList<PlannedEvent> Deliveries, bool IsForNothing)
{
    public static EventPlan None { get; } = new([], IsForNothing: false);

    /// <summary>Plans the events of a request that is executed.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="events">What they are to say.</param>
    /// <param name="request">The request.</param>
    /// <param name="seen">What is known of it, with those it is done for.</param>
    /// <param name="answer">The id that its answer gave.</param>
    /// <param name="idOf">The vendor's id of what is done for one of several persons.</param>
    /// <param name="executedAt">When it is executed.</param>
    public static EventPlan Of(
        Vendor vendor, IReadOnlyList<SimulatedEvent> events, ReceivedRequest request, SimulatedRequest seen, AnswerId answer, Func<int, string> idOf, DateTimeOffset executedAt)
    {
        if (events.Count == 0 || (seen.Subjects.Count > 0 && seen.Reached.Count == 0))
        {
            return None;
        }

        var deliveries = new List<PlannedEvent>();
        EventCause[] causes = CausesOf(request, seen, answer, idOf);
        ComposedEvent? last = null;
        foreach ((SimulatedEvent wanted, int index) in events.Select((wanted, index) => (wanted, index)).OrderBy(known => known.wanted.Delay))
        {
            foreach (EventCause cause in causes)
            {
                ComposedEvent composed = EventComposer.Compose(vendor, wanted, index, cause, executedAt + wanted.Delay);
                DateTimeOffset due = executedAt + wanted.Delay + wanted.Lateness;
                deliveries.Add(new PlannedEvent(due, seen.Number, 1, composed));
                if (wanted.Repetition is { } apart)
                {
                    deliveries.Add(new PlannedEvent(due + apart, seen.Number, 2, composed));
                }

                last = composed;
            }
        }

        return new EventPlan(deliveries, last is { Read: { IsFinal: true, Effect: Effect.None } });
    }

    // A message is one to each person; a call, and a session of calls, is one.
    private static EventCause[] CausesOf(ReceivedRequest request, SimulatedRequest seen, AnswerId answer, Func<int, string> idOf)
    {
        JsonElement body = JsonBody.Parse(request.Body);
        PastExecution[] done = [.. PastExecution.Of(seen, seen.At, idOf)];
        if (seen.Kind == OperationKind.Send && done.Length > 0)
        {
            return [.. done.Select((one, index) => new EventCause(seen.Number, seen.Kind, index, answer, index == 0 && done.Length == seen.Subjects.Count ? answer.Value : one.Id, name => one.Text(name) ?? ValueOf(request, name)))];
        }

        return [new EventCause(seen.Number, seen.Kind, 0, answer, answer.Value, name => JsonBody.Find(body, name) ?? ValueOf(request, name))];
    }

    private static string? ValueOf(ReceivedRequest request, string name) =>
        request.Form.Concat(request.Query).LastOrDefault(value => string.Equals(value.Key, name, StringComparison.Ordinal)).Value;
}
