namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>Chances: the same for the same seed, about right over many, and each by itself.</summary>
public class ChanceTests
{
    [Fact]
    public async Task Chance_WithTheSameSeed_MakesTheSameAnswers()
    {
        int[] first = await StatusesAsync(seed: 7, 200, vendor => vendor.Chance(0.3, SimulatedStep.Status(503)));
        int[] second = await StatusesAsync(seed: 7, 200, vendor => vendor.Chance(0.3, SimulatedStep.Status(503)));

        second.Should().Equal(first);
    }

    [Fact]
    public async Task Chance_WithAnotherSeed_MakesOtherAnswers()
    {
        int[] first = await StatusesAsync(seed: 7, 200, vendor => vendor.Chance(0.3, SimulatedStep.Status(503)));
        int[] second = await StatusesAsync(seed: 8, 200, vendor => vendor.Chance(0.3, SimulatedStep.Status(503)));

        second.Should().NotEqual(first);
    }

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task Chance_OverMany_HappensAboutAsOftenAsItSays(double probability)
    {
        const int requests = 4000;
        var shares = new List<double>();
        for (var seed = 1; seed <= 3; seed++)
        {
            int[] statuses = await StatusesAsync(seed, requests, vendor => vendor.Chance(probability, SimulatedStep.Status(503)));
            shares.Add(statuses.Count(status => status == 503) / (double)requests);
        }

        // Five standard deviations.
        double tolerance = 5 * Math.Sqrt(probability * (1 - probability) / requests);
        shares.Should().OnlyContain(share => Math.Abs(share - probability) < tolerance);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 503)]
    public async Task Chance_AtItsBounds_IsNeverOrAlways(double probability, int status) =>
        (await StatusesAsync(seed: 1, 50, vendor => vendor.Chance(probability, SimulatedStep.Status(503)))).Should().OnlyContain(each => each == status);

    [Fact]
    public async Task Chance_WithAnotherBehindIt_HappensToTheSameRequests()
    {
        int[] alone = await StatusesAsync(seed: 3, 400, vendor => vendor.Chance(0.2, SimulatedStep.Status(503)));
        int[] both = await StatusesAsync(seed: 3, 400, vendor => vendor.Chance(0.2, SimulatedStep.Status(503)).Chance(0.2, SimulatedStep.Status(500)));

        both.Select(status => status == 503).Should().Equal(alone.Select(status => status == 503));
        both.Should().Contain(500);
    }

    [Fact]
    public async Task Chance_BehindAnother_HappensToOthersThanTheFirst()
    {
        int[] both = await StatusesAsync(seed: 3, 2000, vendor => vendor.Chance(0.5, SimulatedStep.Status(503)).Chance(0.5, SimulatedStep.Status(500)));

        // A quarter each of the second and of none, if the two do not hang together.
        (both.Count(status => status == 500) / 2000.0).Should().BeApproximately(0.25, 0.05);
        (both.Count(status => status == 200) / 2000.0).Should().BeApproximately(0.25, 0.05);
    }

    [Fact]
    public async Task Chance_OnAnOperation_PassesOthersBy()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);
        pbx.Chance(1, SimulatedStep.Status(503).On("POST call/dial"));
        using HttpClient client = pbx.CreateClient();

        (await client.ReadAsync().StatusAsync()).Should().Be(200);
        (await client.DialAsync().StatusAsync()).Should().Be(503);
    }

    [Fact]
    public async Task Chance_OnTheSignIn_HappensThereToo()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);
        pbx.Chance(1, SimulatedStep.Status(500)).Chance(1, SimulatedStep.Status(503).On("get_token"));
        using HttpClient client = pbx.CreateClient();

        (await client.SendJsonAsync("POST", "openapi/v1.0/get_token").StatusAsync()).Should().Be(503);
        (await client.SendJsonAsync("POST", "openapi/v1.0/refresh_token").StatusAsync()).Should().Be(200);
        (await client.DialAsync().StatusAsync()).Should().Be(500);
    }

    [Fact]
    public async Task Next_BeforeAChance_GoesFirst()
    {
        int[] statuses = await StatusesAsync(seed: 1, 3, vendor => vendor.Chance(1, SimulatedStep.Status(503)).Next(SimulatedStep.Ok, SimulatedStep.Status(500)));

        statuses.Should().Equal(200, 500, 503);
    }

    private static async Task<int[]> StatusesAsync(int seed, int count, Action<VendorSimulator> arrange)
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Seed = seed });
        arrange(pbx);
        using HttpClient client = pbx.CreateClient();
        var statuses = new int[count];
        for (var i = 0; i < count; i++)
        {
            statuses[i] = await client.ReadAsync().StatusAsync();
        }

        return statuses;
    }
}
