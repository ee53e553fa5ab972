using Microsoft.Extensions.DependencyInjection;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>What is said to whoever has forgotten something.</summary>
public class CallLedgerRegistrationTests : LedgerBench
{
    [Fact]
    public async Task AnId_WithoutALedger_IsAFaultOfTheProgram()
    {
        using var handler = new VendorErrorHandler(Vendor.TalkdeskDialer, time: Time) { InnerHandler = Remote };
        using var client = new HttpClient(handler, disposeHandler: false);
        using HttpRequestMessage request = RequestOf();

        await FluentActions.Awaiting(() => client.SendAsync(request, Token)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*AddCallLedger*");
    }

    [Fact]
    public async Task InAContainer_WithoutAStore_TheMessageSaysWhatToAdd()
    {
        var services = new ServiceCollection();
        services.AddCallLedger();
        services.AddHttpClient("dialer").AddVendorErrors(Vendor.TalkdeskDialer).ConfigurePrimaryHttpMessageHandler(() => Remote);
        await using ServiceProvider provider = services.BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("dialer")).Should().Throw<InvalidOperationException>().WithMessage("*ICallLedgerStore*");
    }

    [Fact]
    public void Options_WithFaults_ListThemAll()
    {
        FluentActions.Invoking(() => new CallLedger(Store, new CallLedgerOptions { Lease = TimeSpan.Zero, MaxProbes = -1, Secret = new byte[3] }))
            .Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().Which.Failures.Should().HaveCountGreaterThan(2);
    }
}
