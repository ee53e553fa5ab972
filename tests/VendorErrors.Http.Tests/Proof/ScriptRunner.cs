using System.Globalization;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Proof;

/// <summary>Plays a script, and gives back what was violated; nothing where all held.</summary>
internal sealed class ScriptRunner : IDisposable
{
    private readonly Script _script;
    private readonly FlowTime _time = new();
    private readonly HonestVendor _vendor;
    private readonly WatchedRefresher _refresher;
    private readonly HttpMessageInvoker _client;
    private readonly List<string> _violations = [];

    private ScriptRunner(Script script)
    {
        _script = script;
        _vendor = new HonestVendor(script);
        _refresher = new WatchedRefresher(script, _vendor, _time);
        script.Options.Authorize = request =>
        {
            request.Headers.Remove(HonestVendor.TokenHeader);
            request.Headers.Add(HonestVendor.TokenHeader, _refresher.Version.ToString(CultureInfo.InvariantCulture));
        };
        var services = new VendorServices { Time = _time, Refresher = script.HasRefresher ? _refresher : null };
        _client = new HttpMessageInvoker(new VendorErrorHandler(script.Vendor, script.Options, services) { InnerHandler = script.Insider == Insider.None ? _vendor : new InsiderHandler(script.Insider) { InnerHandler = _vendor } });
    }

    internal static async Task<(IReadOnlyList<string> Violations, ScriptCounts Counts)> RunAsync(Script script)
    {
        using var runner = new ScriptRunner(script);
        await Task.WhenAll(script.Callers.Select(calls => script.Callers.Count == 1 ? runner.RunCallerAsync(calls) : Task.Run(() => runner.RunCallerAsync(calls))));
        runner.CheckRefreshes();
        List<CallLog> logs = [.. runner._vendor.Logs.Values];
        return (runner._violations, new ScriptCounts(
            logs.Count,
            logs.Sum(log => log.Attempts.Count),
            logs.Sum(log => log.Attempts.Count(attempt => attempt.WasExecuted)),
            logs.Sum(log => log.Waits.Count()),
            runner._refresher.Succeeded.Count,
            logs.Count(log => log.Attempts.Count > 0 && log.Attempts[^1].Exception is not null)));
    }

    public void Dispose()
    {
        _client.Dispose();
        _vendor.Dispose();
    }

    private async Task RunCallerAsync(IReadOnlyList<ScriptedCall> calls)
    {
        FlowClock clock = _time.Begin();
        foreach (ScriptedCall call in calls)
        {
            var log = new CallLog(call, clock);
            _vendor.Logs[call.Id.ToString(CultureInfo.InvariantCulture)] = log;
            using HttpRequestMessage request = RequestOf(call);
            IReadOnlyList<string> found;
            try
            {
                HttpResponseMessage response = call.IsSync ? _client.Send(request, CancellationToken.None) : await _client.SendAsync(request, CancellationToken.None);
                found = [.. CallCheck.OfResponse(log, response), .. CallCheck.Always(_script, log)];
            }
#pragma warning disable CA1031 // Whatever comes is judged.
            catch (Exception e)
#pragma warning restore CA1031
            {
                found = [.. CallCheck.OfException(log, e, _script.Insider), .. CallCheck.Always(_script, log)];
            }

            lock (_violations)
            {
                _violations.AddRange(found.Select(text => $"call {call.Id}: {text}"));
            }
        }
    }

    private void CheckRefreshes()
    {
        _violations.AddRange(_refresher.Faults);
        _violations.AddRange(_refresher.Succeeded.GroupBy(version => version).Where(group => group.Count() > 1).Select(group => $"{group.Count()} refreshes of version {group.Key}"));
    }

    private HttpRequestMessage RequestOf(ScriptedCall call)
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"call":{{call.Id}}}""");
        var request = new HttpRequestMessage(new HttpMethod(call.Operation.Method), "http://vendor.invalid" + Operation.PrefixOf(_script.Vendor) + call.Operation.Path)
        {
            Content = call.Operation.Method is "GET" or "HEAD" ? null : call.Operation.IsStreamed ? new StreamContent(new OneWayStream(body)) : new ByteArrayContent(body),
        };
        request.Headers.Add(HonestVendor.CallHeader, call.Id.ToString(CultureInfo.InvariantCulture));
        if (call.Operation.Override is { } safety)
        {
            request.SetVendorOperation(safety, safety == OperationSafety.IdempotencyKeyed ? HonestVendor.KeyHeader : null);
        }

        return request;
    }
}
