using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VendorErrors;
using VendorErrors.Http;
using VendorErrors.Retries;

namespace FiveVendors.Fleet;

/// <summary>A worker process: a line of its input is a message, and two lines of its output say what became of it.</summary>
internal static class FleetWorker
{
    internal const string Command = "fleet-worker";

    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    // What a worker does between a call and its acknowledgement, such as writing its own records.
    private static readonly TimeSpan s_records = TimeSpan.FromMilliseconds(200);

    internal static async Task<int> RunAsync(string[] args)
    {
        var vendor = new Uri(args[1]);
        StoreChoice? store = args.Length > 3 ? new StoreChoice(args[2], args[3]) : null;
        var services = new ServiceCollection();
        if (store is not null)
        {
            store.Register(services);
            services.AddCallLedger(static options => (options.Lease, options.StoreTimeout) = (Lease, TimeSpan.FromSeconds(2)));
        }

        services.AddHttpClient("dialer", client => client.BaseAddress = vendor).AddVendorErrors(Vendor.TalkdeskDialer);
        await using ServiceProvider provider = services.BuildServiceProvider();

        // What a host does at its start: checks the store, and makes its tables.
        provider.GetService<IStartupValidator>()?.Validate();
        HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("dialer");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            FleetMessage message = FleetMessage.Parse(line);
            string end = await CallAsync(client, message, hasLedger: store is not null);
            await Console.Out.WriteLineAsync($"called {message.Number}");
            await Task.Delay(s_records);
            await Console.Out.WriteLineAsync($"ended {message.Number} {end}");
        }

        return 0;
    }

    private static async Task<string> CallAsync(HttpClient client, FleetMessage message, bool hasLedger)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("Advanced Dialer/api/telephony/dial", UriKind.Relative)) { Content = JsonContent.Create(new { phoneNumber = message.Customer }) };
        if (hasLedger)
        {
            request.SetCallId(message.CallId, message.CreatedAt);
        }

        VendorResult result;
        RetryDecision decision;
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request);
            (result, decision) = (response.GetVendorResult(), response.GetVendorDecision());
        }
        catch (Exception e) when (e.GetVendorResult().IsFailure)
        {
            (result, decision) = (e.GetVendorResult(), e.GetVendorDecision());
        }

        QueueDecision next = decision.ForQueue(result);
        string why = decision.Source == DecisionSource.Ledger && next.Action == QueueAction.Acknowledge ? "known from the ledger" : next.Reason == StopReason.None ? "done" : next.Reason.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{next.Action} {(long)(next.Wait ?? TimeSpan.Zero).TotalMilliseconds} {why}");
    }
}
