using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using VendorErrors;

namespace EventReceiverSample;

/// <summary>Calls one customer, and decides by events what is next.</summary>
/// <param name="events">What the webhook received.</param>
/// <param name="tracker">Which call an event is of.</param>
/// <param name="dialer">The way to the vendor.</param>
/// <param name="time">The clock.</param>
/// <param name="output">Where the story is told.</param>
internal sealed class Campaign(Channel<VendorEvent> events, CallTracker tracker, Dialer dialer, TimeProvider time, TextWriter output) : BackgroundService
{
    private const string Customer = "customer-42";

    private int _calls;

    internal const string Number = "+6560000001";

    /// <summary>Makes a new call, under a new id.</summary>
    internal async Task CallAsync(CancellationToken cancellationToken)
    {
        string callId = string.Create(CultureInfo.InvariantCulture, $"{Customer}/{++_calls}");
        TrackedCall call = tracker.Begin(Vendor.EightByEightConnect, callId);
        string? session = await dialer.DialAsync(callId, Number, cancellationToken);
        await output.WriteLineAsync($"{callId}: accepted");
        foreach (TakenEvent early in session is null ? [] : tracker.Know(call, session))
        {
            await HandleAsync(early, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (VendorEvent seen in events.Reader.ReadAllAsync(stoppingToken))
        {
            await HandleAsync(tracker.Take(seen), stoppingToken);
        }
    }

    private async Task HandleAsync(TakenEvent taken, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"{taken.Call?.CallId ?? "an event"}: {taken.Event.Kind} {taken.Event.State}{(taken.Event.Category is { } category ? $", {category}" : null)}: {taken.Change}");
        if (taken.Change != Change.Ended)
        {
            return;
        }

        if (NextCall.PauseBefore(taken.Event, _calls) is not { } pause)
        {
            await output.WriteLineAsync($"{Customer}: done, another attempt is {taken.Event.NextAttempt}");
            return;
        }

        // An application puts the new call on its queue, to be taken from there after the pause.
        await output.WriteLineAsync($"{Customer}: another attempt may help {taken.Event.NextAttempt}; a new call in {pause.TotalSeconds:0} s");
        await Task.Delay(pause, time, cancellationToken);
        await CallAsync(cancellationToken);
    }
}
