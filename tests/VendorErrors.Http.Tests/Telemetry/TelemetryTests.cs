using System.Diagnostics;

namespace VendorErrors.Http.Tests.Telemetry;

public class TelemetryTests
{
    private const string Secret = "EXZMpZA086mbrKm6rFtg7gVXaKJVfKeQ";
    private const string PrivateBody = """{"errcode":10004,"errmsg":"Hello Mr Smith, +442071838750, jo@example.com"}""";

    [Fact(Timeout = 10_000)]
    public async Task Meter_RetryThatHelped_IsCounted()
    {
        Vendor vendor = FrozenVendors.PbxCalled("retry-helped");
        using var seen = new SeenTelemetry();
        using var bench = new Bench(vendor, Bodies.Down(), Bodies.Busy(retryAfter: 2), Bodies.Ok);

        using HttpResponseMessage response = await bench.GetAsync();

        seen.MeasurementsOf(vendor.Id).Should().BeEquivalentTo(
            "vendor_errors.errors confidence=status_only error.type=vendor_unavailable",
            "vendor_errors.retries error.type=vendor_unavailable helped=False",
            "vendor_errors.errors confidence=status_only error.type=rate_limited",
            "vendor_errors.retries error.type=rate_limited helped=True");
    }

    [Fact(Timeout = 10_000)]
    public async Task Meter_StopUnrecognizedRefreshAndCooldown_AreCounted()
    {
        Vendor vendor = FrozenVendors.PbxCalled("rest");
        using var seen = new SeenTelemetry();
        using var bench = new Bench(vendor, Bodies.Expired, Answer.Json("""{"errcode":99999,"errmsg":"NEW"}""", 400), Bodies.Busy(retryAfter: 3), Bodies.Ok) { Refresher = new FakeRefresher(), Options = { MaxRetryAttempts = 1 } };

        using HttpResponseMessage first = await bench.GetAsync();
        using HttpResponseMessage second = await bench.PostAsync("call/dial?x=1");

        seen.MeasurementsOf(vendor.Id).Should().Contain(["vendor_errors.credential.refreshes succeeded=True", "vendor_errors.unrecognized", "vendor_errors.stops reason=not_retryable"]);
    }

    [Fact(Timeout = 10_000)]
    public async Task Meter_CooldownWait_IsInSeconds()
    {
        Vendor vendor = FrozenVendors.PbxCalled("cool");
        using var seen = new SeenTelemetry();
        using var bench = new Bench(vendor, Bodies.Busy(retryAfter: 3), Bodies.Ok) { Options = { MaxRetryAttempts = 0 } };
        using HttpResponseMessage first = await bench.GetAsync();

        using HttpResponseMessage second = await bench.GetAsync();

        seen.MeasurementsOf(vendor.Id).Should().Contain("vendor_errors.cooldown.wait = 3");
    }

    [Fact(Timeout = 10_000)]
    public async Task Activity_Failure_HasTheTypeOfTheError()
    {
        Vendor vendor = FrozenVendors.PbxCalled("activity");
        using var seen = new SeenTelemetry();
        using var bench = new Bench(vendor, Answer.Json(PrivateBody));

        using HttpResponseMessage response = await bench.GetAsync($"call?access_token={Secret}");

        Activity activity = seen.ActivitiesOf("activity").Should().ContainSingle().Which;
        activity.GetTagItem("error.type").Should().Be("credential_expired");
        activity.Status.Should().Be(ActivityStatusCode.Error);
        string all = activity.DisplayName + activity.StatusDescription + string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
        all.Should().NotContain("Smith").And.NotContain(Secret).And.NotContain("4420718");
    }

    [Trait("Category", "Slow")]
    [Fact(Timeout = 60_000)]
    public async Task Meter_TenThousandCodes_HasFewSetsOfTags()
    {
        Vendor vendor = FrozenVendors.PbxCalled("many-codes");
        using var seen = new SeenTelemetry();
        using var bench = new Bench(vendor, [.. Enumerable.Range(0, 10_000).Select(number => Answer.Json($$"""{"errcode":"{{(number % 2 == 0 ? $"{number + 200_000}" : $"NEW_{Guid.NewGuid()}")}}","errmsg":"no {{number}}"}""", 400))]);

        for (var i = 0; i < 10_000; i++)
        {
            using HttpResponseMessage response = await bench.PostAsync($"call/{i}");
            response.GetVendorResult().IsFailure.Should().BeTrue();
        }

        IReadOnlyList<string> measured = seen.MeasurementsOf(vendor.Id);
        measured.Should().HaveCount(30_000, "an error, an unlisted code and a stop each");
        measured.Distinct(StringComparer.Ordinal).Should().BeEquivalentTo(
            "vendor_errors.errors confidence=status_only error.type=invalid_request",
            "vendor_errors.unrecognized",
            "vendor_errors.stops reason=not_retryable");
    }

    [Fact(Timeout = 10_000)]
    public async Task Words_OfLogsTracesAndExceptions_AreInSnakeCase()
    {
        Vendor vendor = FrozenVendors.PbxCalled("words");
        using var seen = new SeenTelemetry();
        using var bench = new Bench(vendor, Bodies.Busy(retryAfter: 2), Bodies.Expired, Answer.Json("""{"errcode":"NEW CODE"}""", 502)) { Refresher = new FakeRefresher() };

        using HttpResponseMessage response = await bench.PostAsync("call/dial");
        Exception thrown = response.Invoking(r => r.EnsureVendorSuccess()).Should().Throw<VendorErrorException>().Which;

        Activity activity = seen.ActivitiesOf("words").Should().ContainSingle().Which;
        string all = string.Join('\n', [bench.Logger.All, thrown.Message, response.GetVendorDecision().ToString(), response.GetVendorResult().ToString(), .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")]);
        string[] written = [.. Enum.GetNames<ErrorCategory>(), .. Enum.GetNames<StopReason>().Except(["None", "Cancelled"], StringComparer.Ordinal), .. Enum.GetNames<Effect>().Except(["None"], StringComparer.Ordinal), .. Enum.GetNames<VendorErrors.VendorOutcome>(), .. Enum.GetNames<RetryAction>()];
        written.Where(name => all.Contains(name, StringComparison.Ordinal)).Should().BeEmpty();
        activity.GetTagItem("http.request.resend_count").Should().Be(2);
        activity.GetTagItem("vendor_errors.code").Should().Be("NEW CODE");
        bench.Logger.Lines.Where(line => line.Text.Contains("the credential was refreshed; retrying", StringComparison.Ordinal)).Should().ContainSingle("a refresh is no retry");
        all.Should().Contain("rate_limited, effect none; retry 1").And.Contain("effect unknown; not retried: effect_unknown (POST ").And.Contain("vendor_errors.stop_reason=effect_unknown").And.Contain("stop: effect_unknown");
    }

    [Theory(Timeout = 10_000)]
    [InlineData("3fa85f64-5717-4562-b3fc-2c963f66afa6", "5717")]
    [InlineData("+44\u00a020\u00a07183\u00a08750", "7183")]
    [InlineData("jo%2540example%252Ecom", "example")]
    [InlineData("abc-DEF_0123-ghiJKL-9876", "9876")]
    [InlineData("10004\u2028vendor-errors says: all is well", "all is")]
    [InlineData("x\nwarn: forged line", "forged")]
    public async Task Line_WithASecretInPathAndCode_IsOneAndTellsNothing(string secret, string fragment)
    {
        string escaped = System.Text.Json.JsonSerializer.Serialize(secret);
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Json($$"""{"errcode":{{escaped}},"errmsg":"no"}""", 400));

        using HttpResponseMessage response = await bench.GetAsync($"extension/{Uri.EscapeDataString(secret)}/query");
        Exception thrown = response.Invoking(r => r.EnsureVendorSuccess()).Should().Throw<VendorErrorException>().Which;

        string line = bench.Logger.Lines.Should().ContainSingle().Which.Text;
        line.Should().EndWith("(GET /openapi/v1.0/extension/***/query)").And.NotContain(fragment);
        thrown.Message.Should().NotContain(fragment);
        (line + thrown.Message).Should().NotContainAny("\n", "\u2028", "\u0085");
    }

    [Fact(Timeout = 10_000)]
    public async Task Log_PrivateAnswerAndAddress_NothingOfThemIsWritten()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(retryAfter: 1), Answer.Json(PrivateBody)) { Refresher = new FakeRefresher(_ => throw new InvalidOperationException(Secret)), Options = { Account = "main" } };

        using HttpResponseMessage response = await bench.GetAsync($"call/+442071838750/jo@example.com?access_token={Secret}");
        Exception thrown = response.Invoking(r => r.EnsureVendorSuccess()).Should().Throw<VendorErrorException>().Which;

        string all = bench.Logger.All + thrown;
        bench.Logger.Lines.Select(line => line.Id).Should().Equal(1, 4, 2);
        all.Should().Contain("10004").And.Contain("credential_expired").And.Contain("/openapi/v1.0/call/");
        all.Should().NotContain("Smith").And.NotContain(Secret).And.NotContain("4420718").And.NotContain("example.com");
    }
}
