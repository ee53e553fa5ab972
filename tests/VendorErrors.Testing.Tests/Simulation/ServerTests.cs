namespace VendorErrors.Testing.Tests.Simulation;

[Trait("Category", "Slow")]
public class ServerTests
{
    [Fact]
    public async Task Server_WithAnotherAddressInTheEnvironment_ListensOnThisMachineAlone()
    {
        Environment.SetEnvironmentVariable("Kestrel__Endpoints__Other__Url", "http://127.0.0.1:18939");
        try
        {
            await using SimulatorServer server = await SimulatorServer.StartAsync(new VendorSimulator(Vendor.YeastarPSeries), cancellationToken: TestContext.Current.CancellationToken);
            using var client = new HttpClient();

            string answer = await client.GetStringAsync(new Uri(server.Address, "x"), TestContext.Current.CancellationToken);
            Func<Task> other = () => client.GetStringAsync(new Uri("http://127.0.0.1:18939/x"), TestContext.Current.CancellationToken);

            answer.Should().Contain("SUCCESS");
            server.Address.Host.Should().Be("127.0.0.1");
            await other.Should().ThrowAsync<HttpRequestException>();
        }
        finally
        {
            Environment.SetEnvironmentVariable("Kestrel__Endpoints__Other__Url", null);
        }
    }
}
