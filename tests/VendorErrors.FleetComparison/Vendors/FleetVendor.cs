using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using VendorErrors.Comparison.Stage;
using VendorErrors.Comparison.Traffic;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.Testing;

namespace VendorErrors.FleetComparison.Vendors;

/// <summary>
/// A simulated vendor on a port of this machine. It counts what it does, holds requests back that are to be killed in flight, and says what it did to those
/// who ask, where the vendor's documents describe such a look-up. Safe for use by several threads.
/// </summary>
internal sealed class FleetVendor : IAsyncDisposable
{
    internal const string WarmUp = "/__warm-up";
    internal const string LookUp = "/__look-up";

    // Long enough for the simulated vendor to do what is asked, whose caller is dead.
    private static readonly TimeSpan s_afterDeath = TimeSpan.FromSeconds(2);

    // The library's assumption: no vendor executes a request later than the quiet time, of which the shortest is a second here.
    private static readonly TimeSpan s_latest = TimeSpan.FromMilliseconds(500);

    private readonly FleetPlan _plan;
    private readonly Vendor _vendor;
    private readonly Func<int, TaskCompletionSource?> _hold;
    private readonly int[] _served;
    private readonly VendorSimulator _simulator;
    private readonly HttpMessageInvoker _invoker;
    private WebApplication? _app;

    private FleetVendor(FleetPlan plan, Vendor vendor, Func<int, TaskCompletionSource?> hold)
    {
        (_plan, _vendor, _hold) = (plan, vendor, hold);
        _served = new int[plan.Jobs.Count];
        _simulator = new VendorSimulator(vendor, new SimulatorOptions { Latency = TrafficMix.LeastLatency, Choose = Choose });
        _invoker = new HttpMessageInvoker(_simulator.CreateHandler());
    }

    public Vendor Vendor => _vendor;

    public Uri Address => new(_app!.Urls.First());

    /// <summary>Every request so far.</summary>
    public IReadOnlyList<SimulatedRequest> Requests => _simulator.Requests;

    internal static async Task<FleetVendor> StartAsync(FleetPlan plan, Vendor vendor, Func<int, TaskCompletionSource?> hold)
    {
        var host = new FleetVendor(plan, vendor, hold);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static server =>
        {
            server.Listen(IPAddress.Loopback, 0);
            server.Limits.MinResponseDataRate = null;
        });
        host._app = builder.Build();
        host._app.Run(host.AnswerAsync);
        await host._app.StartAsync();
        return host;
    }

    internal static int CallOf(SimulatedRequest request) => int.Parse(request.Headers[PlannedCall.Header], CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app!.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
        _invoker.Dispose();
    }

    private SimulatedStep Choose(SimulatedRequest request)
    {
        PlannedCall call = _plan.Jobs[CallOf(request)].Call;
        Fault fault = call.FaultOf(_served[call.Number]++);
        return FaultSteps.Of(call, fault.Kind == FaultKind.Silence && fault.Wait > s_latest ? fault with { Wait = s_latest } : fault);
    }

    // What is executed late is on the list from then on.
    private bool HasExecuted(int call) => _simulator.Requests.Any(request => request.IsExecuted && CallOf(request) == call);

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value is WarmUp or LookUp)
        {
            await HelpAsync(context);
            return;
        }

        using HttpRequestMessage request = await ReadAsync(context);
        using var afterDeath = new CancellationTokenSource();
        CancellationToken token = context.RequestAborted;
        if (_hold(int.Parse(context.Request.Headers[PlannedCall.Header]!, CultureInfo.InvariantCulture)) is { } killed)
        {
            await killed.Task;
            afterDeath.CancelAfter(s_afterDeath);
            token = afterDeath.Token;
        }

        try
        {
            using HttpResponseMessage response = await _invoker.SendAsync(request, token);
            await WriteAsync(context, response);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            context.Abort();
        }
    }

    private async Task HelpAsync(HttpContext context)
    {
        if (context.Request.Path == LookUp)
        {
            int call = int.Parse(context.Request.Query["call"]!, CultureInfo.InvariantCulture);
            await context.Response.WriteAsync(!_plan.Jobs[call].HasLookUp ? "none" : HasExecuted(call) ? "done" : "not done");
            return;
        }

        ComposedResponse success = VendorResponses.Success(_vendor);
        (context.Response.StatusCode, context.Response.ContentType) = (success.Status, success.ContentType);
        await context.Response.WriteAsync(success.Body);
    }

    private static async Task<HttpRequestMessage> ReadAsync(HttpContext context)
    {
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(context.Request.GetEncodedUrl()));
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        request.Content = new StreamContent(body);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.ToArray()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value.ToArray());
            }
        }

        return request;
    }

    private static async Task WriteAsync(HttpContext context, HttpResponseMessage response)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        foreach ((string name, IEnumerable<string> values) in response.Headers.Concat(response.Content.Headers))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        using Stream body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        var part = new byte[4096];
        for (int count; (count = await body.ReadAsync(part, context.RequestAborted)) > 0;)
        {
            await context.Response.Body.WriteAsync(part.AsMemory(0, count), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
