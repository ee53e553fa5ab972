using System.Net;

namespace VendorErrors.Http.Tests;

/// <summary>What a user's unit test makes: exceptions and responses with a verdict.</summary>
public class VendorErrorExceptionTests
{
    private static readonly VendorResult s_busy = FrozenVendors.Dialer.Classify(200, Bodies.TalkdeskRateLimited);
    private static readonly VendorResult s_ok = FrozenVendors.Dialer.Classify(200, Bodies.TalkdeskOk);

    [Fact]
    public void Constructor_ResultAlone_DecidesAsThePolicy()
    {
        var thrown = new VendorErrorException(s_busy);

        thrown.Result.Should().Be(s_busy);
        thrown.Error.Should().BeSameAs(s_busy.Error);
        thrown.Decision.Should().Be(VendorRetryPolicy.Decide(s_busy, default));
        thrown.Attempts.Should().Equal(new VendorAttempt(s_busy, thrown.Decision));
        thrown.NotBefore.Should().BeNull();
        thrown.Message.Should().Contain("talkdesk-dialer 10").And.Contain("rate_limited").And.NotContain("Try again in");
        thrown.GetVendorResult().Should().Be(s_busy, "it is found as any other is");
    }

    [Fact]
    public void Constructor_Everything_IsKept()
    {
        var later = RetryDecision.Stop(StopReason.CoolingDown, TimeSpan.FromSeconds(3));
        DateTimeOffset time = DateTimeOffset.UnixEpoch;
        var inner = new IOException();

        var thrown = new VendorErrorException(s_busy, later, time, [], inner);

        thrown.Decision.Should().Be(later);
        thrown.NotBefore.Should().Be(time);
        thrown.Attempts.Should().BeEmpty();
        thrown.InnerException.Should().BeSameAs(inner);
        new InvalidOperationException("outer", thrown).GetVendorDecision().Should().Be(later);
    }

    [Fact]
    public void Constructor_Success_IsRefused() => FluentActions.Invoking(() => new VendorErrorException(s_ok)).Should().Throw<ArgumentException>();

    [Fact]
    public void WithVendorResult_Response_IsReadAsAfterTheHandler()
    {
        using HttpResponseMessage failed = new HttpResponseMessage(HttpStatusCode.OK).WithVendorResult(s_busy);
        using HttpResponseMessage fine = new HttpResponseMessage(HttpStatusCode.OK).WithVendorResult(s_ok);

        failed.GetVendorResult().Should().Be(s_busy);
        failed.GetVendorDecision().Action.Should().Be(RetryAction.Retry);
        failed.Invoking(response => response.EnsureVendorSuccess()).Should().Throw<VendorErrorException>();
        fine.EnsureVendorSuccess().GetVendorDecision().Action.Should().Be(RetryAction.Return);
        fine.WithVendorResult(s_busy, RetryDecision.Stop(StopReason.Cancelled)).GetVendorDecision().StopReason.Should().Be(StopReason.Cancelled, "the last one counts");
    }

    [Fact]
    public void WithVendorResult_Exception_IsReadAsAfterTheHandler()
    {
        HttpRequestException broken = new HttpRequestException("reset").WithVendorResult(Vendor.Dexatel.Classify(502, "{}"), RetryDecision.Stop(StopReason.EffectUnknown));

        broken.GetVendorResult().Effect.Should().Be(Effect.Unknown);
        broken.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        FluentActions.Invoking(() => new VendorErrorException(s_busy).WithVendorResult(s_busy)).Should().Throw<ArgumentException>();
    }
}
