using VendorErrors.Testing.Simulation;

namespace VendorErrors.Testing;

/// <summary>
/// What a simulated vendor does with a request. Immutable: each member that changes something returns a new step. A simulated vendor is
/// truthful: an answer that says that nothing was done comes before execution, and one that says that it was done comes after it.
/// </summary>
public sealed record SimulatedStep
{
    private SimulatedStep(StepKind kind) => Kind = kind;

    /// <summary>It does what is asked, and says so.</summary>
    public static SimulatedStep Ok { get; } = new(StepKind.Ok);

    internal StepKind Kind { get; }

    internal string? CodeText { get; init; }

    internal ResponseOptions Options { get; init; } = new();

    internal Func<Vendor, ComposedResponse>? Compose { get; init; }

    internal bool? Executes { get; init; }

    /// <summary>How long after the request it is executed, where that is not at once.</summary>
    internal TimeSpan? ExecutionDelay { get; init; }

    internal TimeSpan DelayBefore { get; init; }

    internal TimeSpan BodyDelay { get; init; }

    internal double? Cut { get; init; }

    internal string? Operation { get; init; }

    internal int Count { get; init; } = 1;

    internal IReadOnlyList<SimulatedEvent> Events { get; init; } = [];

    /// <summary>It answers with a cataloged code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="options">What else the answer says. Default: what the vendor's documents show.</param>
    public static SimulatedStep Code(string code, ResponseOptions? options = null) =>
        new(StepKind.Code) { CodeText = code ?? throw new ArgumentNullException(nameof(code)), Options = options ?? new ResponseOptions() };

    /// <summary>It answers with an answer of your own.</summary>
    /// <param name="response">The answer.</param>
    public static SimulatedStep Answer(ComposedResponse response)
    {
        _ = response ?? throw new ArgumentNullException(nameof(response));
        return new(StepKind.Answer) { Compose = _ => response };
    }

    /// <summary>It answers with a bare HTTP status, as something in front of it would.</summary>
    /// <param name="status">The HTTP status, 200 to 599.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such HTTP status.</exception>
    public static SimulatedStep Status(int status) =>
        new(StepKind.Answer) { Compose = vendor => VendorResponses.Status(vendor, status), CodeText = StatusText(status, least: 200) };

    /// <summary>A gateway in front of it answers with a page for people.</summary>
    /// <param name="status">The HTTP status, 400 to 599. Default: 502.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not the status of an error.</exception>
    public static SimulatedStep GatewayPage(int status = 502) =>
        new(StepKind.Answer) { Compose = vendor => VendorResponses.GatewayPage(vendor, status), CodeText = StatusText(status, least: 400) };

    /// <summary>The connection breaks while the answer is awaited; before execution, unless it is said otherwise.</summary>
    public static SimulatedStep Drop() => new(StepKind.Drop);

    /// <summary>No connection can be made, so nothing was sent. On a port, where there is one already, the connection breaks instead.</summary>
    public static SimulatedStep Refuse() => new(StepKind.Refuse);

    /// <summary>No answer comes until the client gives up, or for a day; before execution, unless it is said otherwise.</summary>
    public static SimulatedStep Hang() => new(StepKind.Hang);

    /// <summary>Whatever happens, it happens before the vendor did what was asked.</summary>
    public SimulatedStep BeforeExecution() => this with { Executes = false, ExecutionDelay = null };

    /// <summary>Whatever happens, it happens after the vendor did what was asked.</summary>
    public SimulatedStep AfterExecution() => this with { Executes = true, ExecutionDelay = null };

    /// <summary>
    /// Whatever happens, the vendor does what was asked only later: the request was queued somewhere, and its answer was lost. Only where the answer leaves open
    /// whether it is done. Until then nothing shows it; then <c>Executed</c> and the vendor's look-ups do.
    /// </summary>
    /// <param name="delay">How much later than the request, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is not above zero.</exception>
    public SimulatedStep LateExecution(TimeSpan delay) => this with
    {
        Executes = true,
        ExecutionDelay = delay > TimeSpan.Zero ? delay : throw new ArgumentOutOfRangeException(nameof(delay), delay, "A late execution comes after the request."),
    };

    /// <summary>The answer comes later.</summary>
    /// <param name="delay">How much later, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public SimulatedStep Delay(TimeSpan delay) => this with { DelayBefore = NotNegative(delay) };

    /// <summary>The answer asks to wait: in <c>Retry-After</c>, or, of a code that the vendor hides in HTTP 200, in its words.</summary>
    /// <param name="wait">How long; whole seconds, rounded up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public SimulatedStep Wait(TimeSpan wait) => this with { Options = Options with { Wait = NotNegative(wait) } };

    /// <summary>The body comes in two parts.</summary>
    /// <param name="pause">The time between them, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pause is negative.</exception>
    public SimulatedStep SlowBody(TimeSpan pause) => this with { BodyDelay = NotNegative(pause) };

    /// <summary>The connection breaks within the body.</summary>
    /// <param name="share">How much of the body comes, from 0 up to, but not including, 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not within these bounds.</exception>
    public SimulatedStep CutAt(double share) =>
        this with { Cut = share is >= 0 and < 1 ? share : throw new ArgumentOutOfRangeException(nameof(share), share, "A body is cut at a share of it from 0 to below 1.") };

    /// <summary>It is kept for requests of one operation; others pass it by.</summary>
    /// <param name="operation">The operation, as <c>[METHOD ]tail/of/path</c>, where <c>*</c> stands for any one segment.</param>
    /// <exception cref="ArgumentException">It is no such pattern.</exception>
    public SimulatedStep On(string operation)
    {
        _ = operation ?? throw new ArgumentNullException(nameof(operation));
        return Definitions.OperationPattern.FaultOf(operation) is { } fault
            ? throw new ArgumentException($"The operation '{operation}' {fault}.", nameof(operation))
            : this with { Operation = operation };
    }

    /// <summary>It happens to several requests, one after the other.</summary>
    /// <param name="count">To how many, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
    public SimulatedStep Times(int count) =>
        this with { Count = count > 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "A step happens at least once.") };

    /// <summary>Once it is executed, the vendor sends an event of it. Each call adds one; of no event, <see cref="SimulatorOptions.Events"/> says what is sent.</summary>
    /// <param name="sent">The event.</param>
    public SimulatedStep ThenEvent(SimulatedEvent sent) => this with { Events = [.. Events, sent ?? throw new ArgumentNullException(nameof(sent))] };

    /// <summary>The step in words.</summary>
    public override string ToString() => Kind switch
    {
        StepKind.Code => $"code {CodeText}",
        StepKind.Answer => CodeText is null ? "answer" : $"HTTP {CodeText}",
        _ => SnakeCase.Of(Kind),
    };

    private static string StatusText(int status, int least) =>
        status >= least && status <= 599
            ? status.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : throw new ArgumentOutOfRangeException(nameof(status), status, $"An HTTP status from {least} to 599 is needed here.");

    private static TimeSpan NotNegative(TimeSpan time) => time >= TimeSpan.Zero ? time : throw new ArgumentOutOfRangeException(nameof(time), time, "Time cannot run backwards.");
}
