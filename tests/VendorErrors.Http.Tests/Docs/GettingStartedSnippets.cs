#pragma warning disable MA0004 // The pages show what an application writes.
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Testing;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The C# of docs/getting-started.md; <see cref="GettingStartedTests"/> runs it.</summary>
internal static class GettingStartedSnippets
{
    internal static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);

        // A simulated vendor: two of its answers fail, then all goes well.
        var dialer = new VendorSimulator(Vendor.TalkdeskDialer)
            .Next(SimulatedStep.Code("5"))
            .Next(SimulatedStep.GatewayPage(504).AfterExecution());

        builder.Services.AddHttpClient("dialer", client => client.BaseAddress = dialer.Address)
            .AddVendorErrors(Vendor.TalkdeskDialer)
            .ConfigurePrimaryHttpMessageHandler(dialer.CreateHandler);

        var app = builder.Build();

        app.MapPost("/calls", async (IHttpClientFactory clients) =>
        {
            using HttpClient client = clients.CreateClient("dialer");
            using HttpResponseMessage response = await client.PostAsJsonAsync("Advanced Dialer/api/telephony/dial", new { phoneNumber = "+4930000001" });
            VendorResult result = response.GetVendorResult();
            return result.IsSuccess
                ? Results.Text("called")
                : Results.Text($"{result.Category}, effect {result.Effect}, code {result.Error?.Code ?? "none"}: {result.Error?.Advice?.Text}");
        });
        return app;
    }
}
