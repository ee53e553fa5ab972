using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using VendorErrors;
using VendorErrors.Http;
using VendorErrors.Testing;

namespace FiveVendors;

/// <summary>Five vendors behind one interface, each registered with one line, and what each of them does to a caller.</summary>
internal static class Sample
{
    private static readonly Uri s_address = new("http://vendor.simulated/");

    internal static async Task<int> RunAsync(TextWriter output)
    {
        VendorSimulator[] fakes = [FakeVendors.Dialer(), FakeVendors.VoiceAgent(), FakeVendors.Sms(), FakeVendors.Pbx(), FakeVendors.Messages()];
        await using ServiceProvider provider = Register(fakes).BuildServiceProvider();
        ITelephony[] vendors = [.. provider.GetServices<ITelephony>()];

        bool twice = await ShowAsync(output, fakes[0], "talkdesk-dialer: a dial with unknown effect is not repeated", vendors[0]);
        twice |= await ShowAsync(output, fakes[1], "dialnexa: an error inside HTTP 200 is found", vendors[1]);
        twice |= await ShowAsync(output, fakes[2], "dexatel: a rate limit is waited for", vendors[2]);
        twice |= await ShowAsync(output, fakes[3], "yeastar-p-series: the first call signs in", vendors[3]);
        SimulatedTokens tokens = fakes[3].Tokens;
        tokens.ExpireAll();
        twice |= await ShowAsync(output, fakes[3], "yeastar-p-series: an expired token is refreshed, and the call replayed", vendors[3]);
        twice |= await ShowAsync(output, fakes[4], "8x8-connect: one item of a batch is rejected", vendors[4]);

        await output.WriteLineAsync(twice ? "Something was done twice." : string.Create(CultureInfo.InvariantCulture, $"Nothing was done twice. The PBX gave {tokens.SignIns} token to a sign-in and {tokens.Refreshes} to a refresh."));
        return twice ? 1 : 0;
    }

    private static ServiceCollection Register(VendorSimulator[] fakes)
    {
        var services = new ServiceCollection();
        services.AddHttpClient<ITelephony, TalkdeskTelephony>("dialer", Configure).AddVendorErrors(Vendor.TalkdeskDialer);
        services.AddHttpClient<ITelephony, DialnexaTelephony>("voice-agent", Configure).AddVendorErrors(Vendor.Dialnexa);
        services.AddHttpClient<ITelephony, DexatelTelephony>("sms", Configure).AddVendorErrors(Vendor.Dexatel);
        // The PBX alone has tokens that time out.
        services.AddHttpClient<ITelephony, YeastarTelephony>("pbx", Configure)
            .AddVendorErrors(Vendor.YeastarPSeries)
            .AddYeastarTokens(
                tokens =>
                {
                    tokens.BaseAddress = s_address;
                    tokens.ClientId = "demo";
                    tokens.ClientSecret = "demo";
                },
                client => client.ConfigurePrimaryHttpMessageHandler(fakes[3].CreateHandler));

        services.AddHttpClient<ITelephony, EightByEightTelephony>("messages", Configure).AddVendorErrors(Vendor.EightByEightConnect);

        // An application has real addresses, and not this.
        string[] names = ["dialer", "voice-agent", "sms", "pbx", "messages"];
        foreach ((string name, VendorSimulator fake) in names.Zip(fakes))
        {
            services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
        }

        return services;

        static void Configure(HttpClient client)
        {
            client.BaseAddress = s_address;
            client.DefaultRequestHeaders.UserAgent.ParseAdd("OpenAPI");
        }
    }

    private static async Task<bool> ShowAsync(TextWriter output, VendorSimulator fake, string title, ITelephony vendor)
    {
        int before = fake.Requests.Count;
        long started = TimeProvider.System.GetTimestamp();
        TelephonyReport report = await vendor.StartAsync(CancellationToken.None);
        double seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;

        VendorResult result = report.Result;
        SimulatedRequest[] asked = [.. fake.Requests.Skip(before).Where(request => request.Kind != OperationKind.Credential)];
        int done = asked.Count(request => request.IsExecuted);
        string[] lines =
        [
            title,
            $"  last answer    HTTP {report.Status}, code {result.Code ?? "none"}",
            $"  verdict        {result.Category?.ToString() ?? result.Outcome.ToString()}, effect {result.Effect}, confidence {result.Confidence}",
            $"  decision       {report.Decision}",
            $"  advice         {report.Decision.Advice?.Text ?? "none needed"}",
            .. result.Answer?.Items.Select(item => $"  item           {item.Id}: {item.Message}") ?? [],
            string.Create(CultureInfo.InvariantCulture, $"  at the vendor  asked {asked.Length}, done {done}"),
            string.Create(CultureInfo.InvariantCulture, $"  took           {seconds:0.0} s"),
            string.Empty,
        ];
        foreach (string line in lines)
        {
            await output.WriteLineAsync(line);
        }

        return done > 1;
    }
}
