using Microsoft.Extensions.DependencyInjection;
using Refit;
using VendorErrors;
using VendorErrors.Retries;
using VendorErrors.Testing;

namespace RefitSample;

/// <summary>Calls through Refit: one that works, one that the vendor refuses inside HTTP 200, and one whose effect nobody knows.</summary>
internal static class Sample
{
    internal static async Task<int> RunAsync(TextWriter output)
    {
        VendorSimulator dialer = new VendorSimulator(Vendor.TalkdeskDialer)
            .Next(SimulatedStep.Ok, SimulatedStep.Code("5"), SimulatedStep.GatewayPage(504).AfterExecution());
        var services = new ServiceCollection();
        Register(services, dialer);
        await using ServiceProvider provider = services.BuildServiceProvider();
        IDialer client = provider.GetRequiredService<IDialer>();

        for (var i = 0; i < 3; i++)
        {
            await output.WriteLineAsync(await DialAsync(client, "+4930555100"));
        }

        await output.WriteLineAsync(await VerdictAsync(client, "+4930555101"));
        return dialer.TimesCalled("+4930555100") == 2 ? 0 : 1;
    }

    internal static void Register(IServiceCollection services, VendorSimulator dialer) =>
        services.AddRefitGeneratedClient<IDialer>()
            .ConfigureHttpClient(client => client.BaseAddress = dialer.Address)
            .AddVendorErrors(Vendor.TalkdeskDialer, options => options.ThrowOnFailure = true)
            .ConfigurePrimaryHttpMessageHandler(dialer.CreateHandler);

    internal static async Task<string?> DialAsync(IDialer dialer, string number)
    {
        try
        {
            return (await dialer.DialAsync(new DialRequest(number))).Message;
        }
        catch (Exception e) when (e.GetVendorResult() is { IsFailure: true } failure)
        {
            return $"{failure}; {e.GetVendorDecision()}";
        }
    }

    internal static async Task<string> VerdictAsync(IDialer dialer, string number)
    {
        using ApiResponse<DialAnswer> response = await dialer.TryDialAsync(new DialRequest(number));
        VendorResult result = response.RequestMessage!.GetVendorResult();
        return result.ToString();
    }
}
