namespace VendorErrors.Testing.Tests.Docs;

/// <summary>The server of the pages, apart from the tests, which would want a token in each call.</summary>
internal static class ServerSnippets
{
    internal static async Task<(string Answer, VendorSimulator Pbx)> AskAsync()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);
        await using SimulatorServer server = await SimulatorServer.StartAsync(pbx);

        using var client = new HttpClient { BaseAddress = server.Address };
        return (await client.GetStringAsync(new Uri("openapi/v1.0/extension/list", UriKind.Relative)), pbx);
    }
}
