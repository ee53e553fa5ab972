using EffectProbes;
using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The C# of the call ledger's documentation.</summary>
internal static class LedgerSnippets
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<ICallLedgerStore, InMemoryCallLedgerStore>();
        services.AddCallLedger();
        services.AddHttpClient("dialer").AddVendorErrors(Vendor.TalkdeskDialer);
        services.AddCallLedger(options => options.Retention = TimeSpan.FromDays(90));
        services.AddCallLedgerMetrics(options => options.OverdueAfter = TimeSpan.FromMinutes(5));
        services.AddHttpClient("dialnexa").AddVendorErrors(Vendor.Dialnexa).AddEffectProbe<CallsByNumber>();
        services.AddHttpClient("tenant-7").AddVendorErrors(Vendor.Dialnexa).AddEffectProbe(provider => new CallsByNumber(new DialnexaCalls()));
        services.AddHttpClient(DialnexaCallProbe.Client).AddVendorErrors(Vendor.Dialnexa).AddEffectProbe<DialnexaCallProbe>();
    }

    public static void KeepAnswers(IServiceCollection services)
    {
        services.AddCallLedger(options => options.MaxAnswerBytes = 16_384);
    }

    public static void Identify(HttpRequestMessage request, DateTimeOffset createdAt)
    {
        request.SetCallId("campaign-7/customer-42", createdAt);
    }

    public static void Identify(HttpRequestMessage request, QueueMessage message)
    {
        request.SetCallId(message.Id, message.CreatedAt);
    }

    public static ResiliencePipeline<HttpResponseMessage> Pipeline(ICallLedgerStore store)
    {
        var ledger = new CallLedger(store);
        ResiliencePipeline<HttpResponseMessage> once = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddVendorRetry(Vendor.Dexatel, ledger)
            .Build();
        return once;
    }

    internal sealed class CallsByNumber(DialnexaCalls calls) : IEffectProbe
    {
        public async ValueTask<EffectProbeAnswer> ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken)
        {
            string number = await DialnexaCalls.NumberOfAsync(sent.Request, cancellationToken);
            string? id = await calls.FindAsync(number, sent.SentAt, cancellationToken);
            return id is null ? EffectProbeAnswer.DidNotHappen : EffectProbeAnswer.Happened(id);
        }
    }

    internal sealed record QueueMessage(string Id, DateTimeOffset CreatedAt);

    internal sealed class DialnexaCalls
    {
        private readonly Dictionary<string, string> _ids = [];

        public static Task<string> NumberOfAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Content?.ReadAsStringAsync(cancellationToken) ?? Task.FromResult(string.Empty);

        public Task<string?> FindAsync(string number, DateTimeOffset since, CancellationToken cancellationToken) =>
            Task.FromResult(since > DateTimeOffset.MinValue ? _ids.GetValueOrDefault(number) : null);
    }
}
