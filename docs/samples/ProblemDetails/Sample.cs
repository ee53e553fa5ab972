using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using VendorErrors;
using VendorErrors.Testing;

namespace ProblemDetailsSample;

/// <summary>Three failures of a vendor, and what the callers of the application see of them.</summary>
internal static class Sample
{
    private const int Failures = 3;

    private static readonly Uri s_calls = new("/calls", UriKind.Relative);
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };

    internal static async Task<int> RunAsync(TextWriter output)
    {
        VendorSimulator dialer = new VendorSimulator(Vendor.TalkdeskDialer)
            .Next(SimulatedStep.Code("5", new ResponseOptions { Message = "+4930000001 is not a valid number" }))
            .Next(SimulatedStep.Code("10", new ResponseOptions { Wait = TimeSpan.FromSeconds(7) }))
            .Next(SimulatedStep.GatewayPage(504).AfterExecution());
        await using WebApplication application = Application.Build(dialer.CreateHandler);
        await application.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };

        for (var i = 0; i < Failures; i++)
        {
            using HttpResponseMessage answer = await client.PostAsync(s_calls, content: null);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)answer.StatusCode} {answer.Content.Headers.ContentType}, Retry-After: {answer.Headers.RetryAfter?.ToString() ?? "none"}"));
            await output.WriteLineAsync(JsonSerializer.Serialize(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()), s_indented));
        }

        using HttpResponseMessage last = await client.PostAsync(s_calls, content: null);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)last.StatusCode}"));
        return last.IsSuccessStatusCode ? 0 : 1;
    }
}
