using VendorErrors.Testing.Events;
using VendorErrors.Testing.Requests;
using VendorErrors.Testing.Scripts;
using VendorErrors.Testing.Simulation;

namespace VendorErrors.Testing;

/// <summary>
/// A vendor that does what it is asked, keeps count of it, and fails on demand. Ask it for a handler in unit tests, or put it on a port
/// with <c>SimulatorServer</c>. Truthful, and deterministic: the same seed, clock and requests make the same answers. Safe for use by several threads.
/// </summary>
/// <example>
/// <code>
/// var sms = new VendorSimulator(Vendor.Dexatel);
/// sms.Next(SimulatedStep.GatewayPage(504).AfterExecution(), SimulatedStep.Code("1523"))
///    .Chance(0.05, SimulatedStep.Drop())
///    .Outage(from: TimeSpan.FromMinutes(5), length: TimeSpan.FromMinutes(2));
/// </code>
/// </example>
public sealed class VendorSimulator
{
    private readonly object _lock = new();
    private readonly List<SimulatedRequest> _requests = [];
    private readonly Service _service;
    private readonly EventOutbox _outbox;

    /// <summary>Creates a simulated vendor. Until a step says otherwise, all goes well.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="options">How it behaves. Default: all defaults.</param>
    /// <exception cref="ArgumentException">The options name a code that the vendor does not have, or an operation that is no pattern.</exception>
    public VendorSimulator(Vendor vendor, SimulatorOptions? options = null)
    {
        Vendor = vendor ?? throw new ArgumentNullException(nameof(vendor));
        _service = new Service(vendor, options ?? new SimulatorOptions());
        _outbox = new EventOutbox(Time, number => Requests[number - 1].IsExecuted);
    }

    /// <summary>The vendor.</summary>
    public Vendor Vendor { get; }

    /// <summary>The address of the clients of <see cref="CreateClient"/>; made up.</summary>
    public Uri Address => new($"http://{Vendor.Id}.simulated/");

    /// <summary>Its tokens.</summary>
    public SimulatedTokens Tokens => _service.Tokens;

    /// <summary>Every request so far, in the order of arrival.</summary>
    public IReadOnlyList<SimulatedRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                Settle();
                return [.. _requests];
            }
        }
    }

    /// <summary>The requests that it did what was asked in.</summary>
    public IReadOnlyList<SimulatedRequest> Executed => [.. Requests.Where(request => request.IsExecuted)];

    /// <summary>Every event that it sent so far, in the order of sending, be there a receiver or not.</summary>
    public IReadOnlyList<SimulatedDelivery> Deliveries => _outbox.Sent;

    /// <summary>How many requests came before a wait was over that it had asked for.</summary>
    public int RequestsInsideWait => Requests.Count(request => request.IsInsideWait);

    internal TimeProvider Time => _service.Options.Time;

    internal TimeSpan Latency => _service.Options.Latency;

    /// <summary>How many times it called somebody.</summary>
    /// <param name="subject">A phone number or id; of a number only the digits count.</param>
    public int TimesCalled(string subject) => Count(OperationKind.Dial, subject ?? throw new ArgumentNullException(nameof(subject)));

    /// <summary>How many times it sent somebody a message.</summary>
    /// <param name="subject">A phone number or id; of a number only the digits count.</param>
    public int TimesMessaged(string subject) => Count(OperationKind.Send, subject ?? throw new ArgumentNullException(nameof(subject)));

    /// <summary>How many operations of a kind it executed.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="subject">Of whom; a phone number or id. Default: of anybody.</param>
    public int Count(OperationKind kind, string? subject = null) =>
        Executed.Count(request => request.Kind == kind && (subject is null || request.Reached.Any(known => Subject.AreSame(known, subject))));

    /// <summary>Says what happens to the next requests, one step a request; later calls add to the end.</summary>
    /// <param name="steps">The steps.</param>
    /// <exception cref="ArgumentException">A step names a code that the vendor does not have, or says that nothing was done after it was; none of them is taken.</exception>
    public VendorSimulator Next(params SimulatedStep[] steps)
    {
        _ = steps ?? throw new ArgumentNullException(nameof(steps));
        lock (_lock)
        {
            _service.Script.Add(steps);
        }

        return this;
    }

    /// <summary>Lets a step happen now and then, to requests that no step of <see cref="Next"/> is kept for. Where several would, the first one given does.</summary>
    /// <param name="probability">How often, 0 to 1.</param>
    /// <param name="step">What happens then.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not from 0 to 1.</exception>
    /// <exception cref="ArgumentException">As of <see cref="Next"/>, or the step is to happen several times.</exception>
    public VendorSimulator Chance(double probability, SimulatedStep step)
    {
        lock (_lock)
        {
            _service.Script.AddChance(probability, step);
        }

        return this;
    }

    /// <summary>Lets it be out of order for a while.</summary>
    /// <param name="from">From when on, counted from this call; 0 or more.</param>
    /// <param name="length">For how long; more than 0.</param>
    /// <param name="step">What happens meanwhile to every request, or to those of the operation it is kept for. Default: the page of a gateway with HTTP 502.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not within these bounds.</exception>
    /// <exception cref="ArgumentException">As of <see cref="Chance"/>.</exception>
    public VendorSimulator Outage(TimeSpan from, TimeSpan length, SimulatedStep? step = null)
    {
        lock (_lock)
        {
            _service.Script.AddOutage(Time.GetUtcNow(), from, length, step ?? SimulatedStep.GatewayPage());
        }

        return this;
    }

    /// <summary>Reads a script: the same as the other members, as text. Its lines are described on the page on testing.</summary>
    /// <param name="script">The script.</param>
    /// <exception cref="SimulatorScriptException">The script has a fault; the message names the line in one sentence, and nothing of the script is played.</exception>
    public VendorSimulator Play(string script)
    {
        _ = script ?? throw new ArgumentNullException(nameof(script));
        ScriptLine[] lines = ScriptParser.Parse(Vendor, script);
        lock (_lock)
        {
            Array.ForEach(lines, line => line.Apply(_service));
        }

        return this;
    }

    /// <summary>Posts events to a webhook from now on. What the webhook answers is kept in <see cref="Deliveries"/>.</summary>
    /// <param name="webhook">Its address, an absolute one.</param>
    /// <exception cref="ArgumentNullException">The address is missing.</exception>
    /// <exception cref="ArgumentException">The address is not absolute.</exception>
    public VendorSimulator SendEventsTo(Uri webhook)
    {
        _ = webhook ?? throw new ArgumentNullException(nameof(webhook));
        if (!webhook.IsAbsoluteUri)
        {
            throw new ArgumentException($"The address '{webhook}' is not absolute; write it with scheme and host.", nameof(webhook));
        }

        _outbox.SendTo((delivery, cancellationToken) => Webhook.PostAsync(webhook, delivery, cancellationToken));
        return this;
    }

    /// <summary>Gives events to a receiver in this process from now on. What it throws is thrown by <see cref="WaitForDeliveriesAsync"/>.</summary>
    /// <param name="receiver">The receiver; called for several events at a time where they are due at once.</param>
    public VendorSimulator SendEventsTo(Func<SimulatedDelivery, CancellationToken, Task> receiver)
    {
        _ = receiver ?? throw new ArgumentNullException(nameof(receiver));
        _outbox.SendTo(async (delivery, cancellationToken) =>
        {
            await receiver(delivery, cancellationToken).ConfigureAwait(false);
            return "received";
        });
        return this;
    }

    /// <summary>
    /// Waits on its clock until events are sent and their receiver is done with them. Events wait for their time, but do not move a <see cref="VirtualTime"/>;
    /// this does.
    /// </summary>
    /// <param name="count">How many events are to be sent by then, since its beginning. Default: until none is to come.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="InvalidOperationException">A receiver threw; the inner exception says what.</exception>
    public Task WaitForDeliveriesAsync(int? count = null, CancellationToken cancellationToken = default) => _outbox.WaitAsync(count, cancellationToken);

    /// <summary>A handler that answers for it: the innermost handler of an <see cref="HttpClient"/> under test.</summary>
    public HttpMessageHandler CreateHandler() => new SimulatorHandler(this);

    /// <summary>A client that talks to it without anything in between, with <see cref="Address"/> as its base.</summary>
    public HttpClient CreateClient() => new(CreateHandler()) { BaseAddress = Address };

    internal SimulatedReply Receive(ReceivedRequest request)
    {
        lock (_lock)
        {
            Settle();
            (SimulatedRequest seen, SimulatedReply reply, IReadOnlyList<PlannedEvent> events) = _service.Serve(request, _requests.Count + 1);
            _requests.Add(seen);
            _outbox.Add(events);
            _service.Options.Observe?.Invoke(seen);
            return reply;
        }
    }

    private void Settle()
    {
        foreach (SimulatedRequest executed in _service.Settle())
        {
            _requests[executed.Number - 1] = executed;
        }
    }
}
