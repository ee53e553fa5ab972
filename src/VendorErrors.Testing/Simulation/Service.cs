using System.Globalization;
using VendorErrors.Definitions;
using VendorErrors.Testing.Events;
using VendorErrors.Testing.LookUps;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.Simulation;

/// <summary>
/// What the simulated vendor does with a request, in the order in which real ones do: out of order, token, rate, and then the request itself.
/// Not safe for use by several threads.
/// </summary>
internal sealed class Service
{
    private readonly Vendor _vendor;
    private readonly SimulatedApi _api;
    private readonly OperationTable _operations;
    private readonly TokenDesk _desk;
    private readonly RateCounter _rate;
    private readonly WaitLedger _waits = new();
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ComposedResponse> _byKey = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ILookUp> _lookUps;
    private readonly List<PastExecution> _done = [];
    private readonly List<LateExecution> _late = [];

    public Service(Vendor vendor, SimulatorOptions options)
    {
        _vendor = vendor;
        Options = options;
        _api = options.Api ?? SimulatedApi.For(vendor);
        _operations = new OperationTable(vendor, _api);
        _lookUps = KnownLookUps.Of(vendor);
        DateTimeOffset start = options.Time.GetUtcNow();
        Tokens = new SimulatedTokens(options.Time);
        _desk = new TokenDesk(vendor, _api.Tokens, _operations, Tokens);
        _rate = new RateCounter(start);
        Script = new Script(vendor, options.Seed);
        string?[] codes = [options.Rate?.Code, _api.RateLimitCode, _api.Tokens.ExpiredCode, _api.Tokens.SlotsFullCode];
        if (codes.OfType<string>().Select(code => StepCheck.FaultOf(vendor, SimulatedStep.Code(code).BeforeExecution())).FirstOrDefault(fault => fault is not null) is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }
    }

    public SimulatorOptions Options { get; set; }

    public SimulatedTokens Tokens { get; }

    public Script Script { get; }

    /// <summary>Does what is to be done late and is due by now.</summary>
    /// <returns>The requests that were executed, as they are to be seen now.</returns>
    public IReadOnlyList<SimulatedRequest> Settle()
    {
        DateTimeOffset now = Options.Time.GetUtcNow();
        LateExecution[] due = [.. _late.Where(late => late.Due <= now).OrderBy(late => late.Due)];
        var executed = new List<SimulatedRequest>(due.Length);
        foreach (LateExecution late in due)
        {
            _late.Remove(late);
            var options = new ResponseOptions { Operation = $"{late.Request.Method} {late.Request.Path}", Time = late.Due, CorrelationId = IdOf(late.Seen.Number) };
            if (Execute(late.Request, late.Seen, IdentityOf(late.Request), options).IsNew)
            {
                executed.Add(Remember(late.Seen with { IsExecuted = true, ExecutedAt = late.Due }));
            }
        }

        return executed;
    }

    public (SimulatedRequest Seen, SimulatedReply Reply, IReadOnlyList<PlannedEvent> Events) Serve(ReceivedRequest request, int number)
    {
        DateTimeOffset now = Options.Time.GetUtcNow();
        string identity = IdentityOf(request);
        var seen = new SimulatedRequest
        {
            Vendor = _vendor,
            Number = number,
            At = now,
            Method = request.Method,
            Path = request.Path,
            Query = ByName(request.Query),
            Headers = request.Headers,
            Body = request.Body,
            Kind = _operations.KindOf(request),
            Subjects = Subject.Of(request, _api.SubjectMembers),
            IsInsideWait = _waits.IsInside(identity, now),
        };
        var options = new ResponseOptions { Operation = $"{request.Method} {request.Path}", Time = now, CorrelationId = IdOf(number) };
        (SimulatedReply reply, bool isExecuted, TimeSpan? wait) = Decide(request, seen, identity, options);
        reply = reply with { Delay = reply.Delay + Options.Latency };
        if (wait is { } asked && reply.Response is not null)
        {
            // A request sent at the moment when a delayed answer arrives was sent without knowing that answer.
            TimeSpan onItsWay = reply.Delay > TimeSpan.Zero ? reply.Delay + TimeSpan.FromTicks(1) : TimeSpan.Zero;
            _waits.Add(identity, now + onItsWay, now + reply.Delay + asked, reply.Response.Classify().Error?.Group == ErrorGroup.Limit);
        }

        string outcome = reply.Response is not { } response ? SnakeCase.Of(reply.Kind) : $"HTTP {response.Status}{(response.Classify().Code is { } code ? $", code {Redactor.Code(code, _vendor)}" : string.Empty)}";
        seen = seen with { IsExecuted = isExecuted, ExecutedAt = isExecuted ? now : null, Outcome = outcome };
        SimulatedRequest done = seen with { Reached = reply.ExecutionDelay is null && !isExecuted ? [] : ReachedBy(seen, reply) };
        EventPlan plan = EventPlan.Of(_vendor, EventsOf(reply, done), request, done, AnswerOf(request, reply, options), index => IdOf(number, index), now + (reply.ExecutionDelay ?? TimeSpan.Zero));
        done = plan.IsForNothing ? done with { Reached = [] } : done;
        if (reply.ExecutionDelay is { } later)
        {
            _late.Add(new LateExecution(now + later, request, done));
            return (seen, reply, plan.Deliveries);
        }

        return (isExecuted ? Remember(done) : seen, reply, plan.Deliveries);
    }

    private IReadOnlyList<SimulatedEvent> EventsOf(SimulatedReply reply, SimulatedRequest seen) =>
        !seen.IsExecuted && reply.ExecutionDelay is null ? [] : reply.Events.Count > 0 ? reply.Events : Options.Events?.Of(seen.Kind) ?? [];

    private AnswerId AnswerOf(ReceivedRequest request, SimulatedReply reply, ResponseOptions options) =>
        AnswerId.Find(_operations.Find(request)?.Body, reply.Response?.Body, options.CorrelationId!);

    /// <summary>Notes whom the vendor called or sent a message, for its look-ups.</summary>
    private SimulatedRequest Remember(SimulatedRequest executed)
    {
        if (executed.Kind is OperationKind.Dial or OperationKind.Send)
        {
            _done.AddRange(PastExecution.Of(executed, executed.ExecutedAt!.Value, index => IdOf(executed.Number, index)));
        }

        return executed;
    }

    private static IReadOnlyList<string> ReachedBy(SimulatedRequest seen, SimulatedReply reply)
    {
        if (reply.Response?.Classify() is not { Outcome: VendorOutcome.PartialSuccess, Answer.Items: { } refused })
        {
            return seen.Subjects;
        }

        return [.. seen.Subjects.Where((_, index) => !refused.Any(item => item.Index == index))];
    }

    private (SimulatedReply Reply, bool IsExecuted, TimeSpan? Wait) Decide(ReceivedRequest request, SimulatedRequest seen, string identity, ResponseOptions options)
    {
        bool isCredential = seen.Kind == OperationKind.Credential;
        if (Script.OutageAt(request, seen.At) is { } outage)
        {
            return Play(outage, request, seen, identity, options);
        }

        if (isCredential && Script.Take(request, isCredential) is { } named)
        {
            return Play(named, request, seen, identity, options);
        }

        if (isCredential)
        {
            (ComposedResponse response, bool isDone) = _desk.Serve(request, Options.Tokens ?? new TokenRules(), options);
            return (new SimulatedReply(StepKind.Answer, response), isDone, null);
        }

        if (Options.Tokens is not null && !_desk.Accepts(request))
        {
            return (new SimulatedReply(StepKind.Answer, _desk.Expired(options)), false, null);
        }

        if (Options.Rate is { } rate && _rate.Count(rate, seen.At) is { } left)
        {
            var wait = TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds));
            return (new SimulatedReply(StepKind.Answer, _desk.ByCode(rate.Code ?? _api.RateLimitCode, [ErrorCategory.RateLimited], 429, options with { Wait = wait })), false, wait);
        }

        return Play(Chosen(seen) ?? Script.Take(request, isCredential) ?? SimulatedStep.Ok, request, seen, identity, options);
    }

    private SimulatedStep? Chosen(SimulatedRequest seen)
    {
        SimulatedStep? step = Options.Choose?.Invoke(seen);
        if (step is not null && StepCheck.FaultOf(_vendor, step) is { } fault)
        {
            throw new InvalidOperationException($"The step chosen for request {seen.Number} cannot be played: {fault}");
        }

        return step?.Operation is { } only && !new OperationPattern(only).Matches(seen.Method, seen.Path) ? null : step;
    }

    private (SimulatedReply Reply, bool IsExecuted, TimeSpan? Wait) Play(SimulatedStep step, ReceivedRequest request, SimulatedRequest seen, string identity, ResponseOptions options)
    {
        if (step.Kind is StepKind.Drop or StepKind.Refuse or StepKind.Hang)
        {
            bool isLostAfter = step is { Executes: true, ExecutionDelay: null } && Execute(request, seen, identity, options).IsNew;
            return (new SimulatedReply(step.Kind, Response: null) { Delay = step.DelayBefore, ExecutionDelay = step.ExecutionDelay, Events = step.Events }, isLostAfter, null);
        }

        if (step.Kind == StepKind.Ok)
        {
            (ComposedResponse success, bool isNew) = Execute(request, seen, identity, options);
            return (Send(step, success), isNew, null);
        }

        ComposedResponse response = StepCheck.Compose(_vendor, step, step.Options with
        {
            Operation = step.Options.Operation ?? options.Operation,
            Time = options.Time,
            CorrelationId = step.Options.CorrelationId ?? options.CorrelationId,
        });
        VendorResult result = response.Classify();

        // A code may say something else at this operation than where it was checked; what the answer says is what is done.
        TimeSpan? later = result.Effect == Effect.Unknown ? step.ExecutionDelay : null;
        bool executes = result.Effect switch
        {
            Effect.None => false,
            Effect.Applied or Effect.Partial => true,
            _ => step.Executes == true && later is null,
        };
        return (Send(step, response) with { ExecutionDelay = later }, executes && Execute(request, seen, identity, options).IsNew, step.Options.Wait ?? result.Error?.Retry.MinimumWait);
    }

    private static SimulatedReply Send(SimulatedStep step, ComposedResponse response) =>
        new(StepKind.Answer, response) { Delay = step.DelayBefore, BodyDelay = step.BodyDelay, Cut = step.Cut, Events = step.Events };

    /// <summary>Does what is asked, unless the same key or the same deletion was here before.</summary>
    private (ComposedResponse Response, bool IsNew) Execute(ReceivedRequest request, SimulatedRequest seen, string identity, ResponseOptions options)
    {
        string? key = _vendor.Definition.IdempotencyKeyHeader is { } header && request.Headers.TryGetValue(header, out string? value)
            && _vendor.HonorsIdempotencyKey(request.Method, request.Path) ? value : null;
        if (key is not null && _byKey.TryGetValue(key, out ComposedResponse? known))
        {
            return (known, false);
        }

        if (_lookUps.FirstOrDefault(known => known.IsFor(request)) is { } lookUp)
        {
            return (lookUp.Answer(new LookUpRequest(_vendor, request, _done, Options.LookUps, options)), true);
        }

        if (seen.Kind == OperationKind.Delete && !_deleted.Add(identity))
        {
            return (_desk.ByCode(code: null, [ErrorCategory.NotFound], 404, options), false);
        }

        ComposedResponse response = SuccessOf(_operations.Find(request), Math.Max(1, seen.Subjects.Count), options);
        if (key is not null)
        {
            _byKey[key] = response;
        }

        return (response, true);
    }

    private ComposedResponse SuccessOf(SimulatedOperation? operation, int count, ResponseOptions options)
    {
        ComposedResponse plain = VendorResponses.Success(_vendor, options);
        if (operation is null)
        {
            return plain;
        }

        string body = operation.Body?.Replace("{id}", options.CorrelationId).Replace("{count}", count.ToString(CultureInfo.InvariantCulture)) ?? plain.Body;
        return plain with { Status = operation.Status, Body = body, ContentType = body.Length == 0 ? null : plain.ContentType };
    }

    /// <summary>What makes two requests the same one: all but the credential.</summary>
    private string IdentityOf(ReceivedRequest request)
    {
        IEnumerable<string> query = request.Query
            .Where(value => !string.Equals(value.Key, _api.Tokens.QueryParameter, StringComparison.Ordinal))
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => $"{value.Key}={value.Value}");
        return $"{request.Method.ToUpperInvariant()} {request.Path}?{string.Join("&", query)}\n{request.Body}";
    }

    private static Dictionary<string, string> ByName(IEnumerable<KeyValuePair<string, string>> values)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> value in values)
        {
            byName[value.Key] = value.Value;
        }

        return byName;
    }

    // Who is not the first one of a request has an id of its own.
    private static string IdOf(int number, int index = 0) =>
        $"00000000-0000-4000-{(0x8000 + index).ToString("x4", CultureInfo.InvariantCulture)}-{number.ToString("x12", CultureInfo.InvariantCulture)}";
}
