using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace VendorErrors.Http.Tests.Telemetry;

public class TelemetryTests
{
    private const string Secret = "EXZMpZA086mbrKm6rFtg7gVXaKJVfKeQ";
    private const string PrivateBody = """{"errcode":10004,"errmsg":"Hello Mr Smith, +442071838750, jo@example.com"}""";

    [Fact(Timeout = 10_000)]
    public async Task Meter_RetryThatHelped_IsCounted()
    {
        (Vendor vendor, ConcurrentQueue<string> seen, MeterListener listener) = Listen("retry-helped");
        using MeterListener _ = listener;
        using var bench = new Bench(vendor, Bodies.Down(), Bodies.Busy(retryAfter: 2), Bodies.Ok);

        using HttpResponseMessage response = await bench.GetAsync();

        seen.Should().BeEquivalentTo(
            "vendor_errors.errors confidence=StatusOnly error.type=VendorUnavailable",
            "vendor_errors.retries error.type=VendorUnavailable helped=False",
            "vendor_errors.errors confidence=StatusOnly error.type=RateLimited",
            "vendor_errors.retries error.type=RateLimited helped=True");
    }

    [Fact(Timeout = 10_000)]
    public async Task Meter_StopUnrecognizedRefreshAndCooldown_AreCounted()
    {
        (Vendor vendor, ConcurrentQueue<string> seen, MeterListener listener) = Listen("rest");
        using MeterListener _ = listener;
        using var bench = new Bench(vendor, Bodies.Expired, Answer.Json("""{"errcode":99999,"errmsg":"NEW"}""", 400), Bodies.Busy(retryAfter: 3), Bodies.Ok) { Refresher = new FakeRefresher(), Options = { MaxRetries = 1 } };

        using HttpResponseMessage first = await bench.GetAsync();
        using HttpResponseMessage second = await bench.PostAsync("call/dial?x=1");

        seen.Should().Contain("vendor_errors.credential.refreshes succeeded=True");
        seen.Should().Contain("vendor_errors.unrecognized ");
        seen.Should().Contain("vendor_errors.stops reason=NotRetryable");
    }

    [Fact(Timeout = 10_000)]
    public async Task Meter_CooldownWait_IsInSeconds()
    {
        (Vendor vendor, ConcurrentQueue<string> seen, MeterListener listener) = Listen("cool");
        using MeterListener _ = listener;
        using var bench = new Bench(vendor, Bodies.Busy(retryAfter: 3), Bodies.Ok) { Options = { MaxRetries = 0 } };
        using HttpResponseMessage first = await bench.GetAsync();

        using HttpResponseMessage second = await bench.GetAsync();

        seen.Should().Contain("vendor_errors.cooldown.wait = 3");
    }

    [Fact(Timeout = 10_000)]
    public async Task Activity_Failure_HasTheTypeOfTheError()
    {
        var vendor = new Vendor("activity", "Activity", Vendor.YeastarPSeries.Definition);
        var seen = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "VendorErrors",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = seen.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var bench = new Bench(vendor, Answer.Json(PrivateBody));

        using HttpResponseMessage response = await bench.GetAsync($"call?access_token={Secret}");

        Activity activity = seen.Should().ContainSingle(a => a.DisplayName.Contains("activity", StringComparison.Ordinal)).Which;
        activity.GetTagItem("error.type").Should().Be("CredentialExpired");
        activity.Status.Should().Be(ActivityStatusCode.Error);
        string all = activity.DisplayName + activity.StatusDescription + string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
        all.Should().NotContain("Smith").And.NotContain(Secret).And.NotContain("4420718");
    }

    [Fact(Timeout = 10_000)]
    public async Task Log_PrivateAnswerAndAddress_NothingOfThemIsWritten()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Down(retryAfter: 1), Answer.Json(PrivateBody)) { Refresher = new FakeRefresher(_ => throw new InvalidOperationException(Secret)), Options = { Account = "main" } };

        using HttpResponseMessage response = await bench.GetAsync($"call/+442071838750/jo@example.com?access_token={Secret}");
        Exception thrown = response.Invoking(r => r.EnsureVendorSuccess()).Should().Throw<VendorErrorException>().Which;

        string all = bench.Logger.All + thrown;
        bench.Logger.Lines.Select(line => line.Id).Should().Equal(1, 4, 2);
        all.Should().Contain("10004").And.Contain("CredentialExpired").And.Contain("/openapi/v1.0/call/");
        all.Should().NotContain("Smith").And.NotContain(Secret).And.NotContain("4420718").And.NotContain("example.com");
    }

    private static (Vendor Vendor, ConcurrentQueue<string> Seen, MeterListener Listener) Listen(string id)
    {
        var vendor = new Vendor(id, id, Vendor.YeastarPSeries.Definition);
        var seen = new ConcurrentQueue<string>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "VendorErrors")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument.Name, tags, string.Empty));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note($"{instrument.Name} = {value}", tags, null));
        listener.Start();
        return (vendor, seen, listener);

        void Note(string name, ReadOnlySpan<KeyValuePair<string, object?>> tags, string? rest)
        {
            Dictionary<string, object?> all = new(tags.ToArray(), StringComparer.Ordinal);
            if (all.Remove("vendor", out object? vendorId) && id.Equals(vendorId))
            {
                seen.Enqueue(rest is null ? name : $"{name} {string.Join(' ', all.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))}");
            }
        }
    }
}
