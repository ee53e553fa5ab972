using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using FluentAssertions;
using VendorErrors.Testing;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary><c>simulate</c> as a program of its own, with a webhook beside it.</summary>
public sealed class SimulateCommandTests : IDisposable
{
    private readonly string _script = Path.GetTempFileName();

    public void Dispose() => File.Delete(_script);

    [Fact(Timeout = 60_000)]
    public async Task Webhook_GetsTheEventsOfTheScript()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(_script, "next: event failed -2010 after 200ms", token);
        await using SimulatorServer webhook = await SimulatorServer.StartAsync(new VendorSimulator(Vendor.Dexatel), cancellationToken: token);
        using Process process = CliProcess.Start("dotnet", [CliProcess.Program, "simulate", "--vendor", "8x8-connect", "--script", _script, "--webhook", $"{webhook.Address}hook"]);
        try
        {
            string? line = await process.StandardOutput.ReadLineAsync(token);
            using var client = new HttpClient { BaseAddress = new Uri(line!.Split(" simulated at ")[1].Split(';')[0]) };
            using HttpResponseMessage answer = await client.PostAsJsonAsync("api/v1/subaccounts/demo/callflows", new { clientRequestId = "call-7" }, token);
            while (webhook.Simulator.Requests.Count == 0)
            {
                await Task.Delay(20, token);
            }
        }
        finally
        {
            process.Kill();
        }

        SimulatedRequest posted = webhook.Simulator.Requests.Should().ContainSingle().Which;
        posted.Path.Should().Be("/hook");
        Vendor.EightByEightConnect.ReadEvent(Encoding.UTF8.GetBytes(posted.Body)).Should().BeEquivalentTo(new { ClientReference = "call-7", Code = "-2010", NextAttempt = NextAttempt.Soon });
    }
}
