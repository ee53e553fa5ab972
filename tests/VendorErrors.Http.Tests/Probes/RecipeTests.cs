using VendorErrors.Testing;

namespace VendorErrors.Http.Tests.Probes;

/// <summary>What each recipe of the samples keeps: it finds what was executed, denies only what it saw to be absent, and otherwise does not know.</summary>
public abstract class RecipeTests
{
    private protected const string Customer = "+4915112345678";
    private protected const string Other = "+4915100000001";

    /// <summary>Long enough for every call to have ended.</summary>
    private protected static readonly TimeSpan Later = TimeSpan.FromMinutes(14);

    private protected abstract RecipeCase Case { get; }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LostAnswer_Asked_SaysWhetherItWasExecuted(bool executed)
    {
        using var bench = new ProbeBench(Case);
        await bench.SendAsync(Other);
        bench.Simulator.Next(executed ? SimulatedStep.Drop().AfterExecution() : SimulatedStep.Drop());
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        await bench.SendAsync(Customer);
        bench.Time.Advance(Later);

        EffectProbeAnswer answer = await bench.AskAsync(Customer, sentAt);

        answer.HasHappened.Should().Be(executed);
        string.IsNullOrEmpty(answer.VendorId).Should().Be(!executed);
    }

    [Fact(Timeout = 60_000)]
    public async Task LateExecution_IsFoundAsSoonAsItIsThere()
    {
        using var bench = new ProbeBench(Case);
        await bench.SendAsync(Other);
        bench.Simulator.Next(SimulatedStep.GatewayPage(504).LateExecution(TimeSpan.FromMinutes(3)));
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        await bench.SendAsync(Customer);
        bench.Time.Advance(Later);

        (await bench.AskAsync(Customer, sentAt)).HasHappened.Should().BeTrue();
    }

    [Fact(Timeout = 60_000)]
    public async Task Twice_IsNotKnown()
    {
        using var bench = new ProbeBench(Case);
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        await bench.SendAsync(Customer);
        await bench.SendAsync(Customer);
        bench.Time.Advance(Later);

        (await bench.AskAsync(Customer, sentAt)).HasHappened.Should().BeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task WhatWasBefore_IsNotTakenForIt()
    {
        using var bench = new ProbeBench(Case with { Body = Case.Body.Replace("id-{to}", "id-before-{to}", StringComparison.Ordinal) });
        await bench.SendAsync(Customer);
        bench.Time.Advance(TimeSpan.FromMinutes(20));
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        await bench.SendAsync(Other);
        bench.Time.Advance(Later);

        (await bench.AskAsync(Customer, sentAt, body: Case.Body.Replace("{to}", Customer, StringComparison.Ordinal))).HasHappened.Should().BeFalse();
    }

    [Fact(Timeout = 60_000)]
    public async Task ALogWithNothingAtAll_ProvesNothing()
    {
        using var bench = new ProbeBench(Case);
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        bench.Time.Advance(Later);

        (await bench.AskAsync(Customer, sentAt)).HasHappened.Should().BeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task AnotherOperation_OrABodyThatNamesNobody_IsNotKnown()
    {
        using var bench = new ProbeBench(Case);
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        await bench.SendAsync(Other);
        bench.Time.Advance(Later);
        int before = bench.Simulator.Requests.Count;

        (await bench.AskAsync(Customer, sentAt, Case.OtherPath)).HasHappened.Should().BeNull();
        (await bench.AskAsync(Customer, sentAt, body: "{}")).HasHappened.Should().BeNull();
        (await bench.AskAsync(Customer, sentAt, body: "not JSON")).HasHappened.Should().BeNull();
        bench.Simulator.Requests.Should().HaveCount(before);
    }

    [Fact(Timeout = 60_000)]
    public async Task ALookUpThatFails_IsNeverADenial()
    {
        SimulatedStep[] failures =
        [
            SimulatedStep.Drop(), SimulatedStep.GatewayPage(), SimulatedStep.GatewayPage(504), SimulatedStep.Status(500), SimulatedStep.Status(429), SimulatedStep.Status(404),
            SimulatedStep.Status(401), SimulatedStep.Ok.CutAt(0.5), SimulatedStep.Answer(VendorResponses.Success(Case.Vendor) with { Body = "<html></html>", ContentType = "text/html" }),
            SimulatedStep.Answer(VendorResponses.Success(Case.Vendor) with { Body = "{}" }), SimulatedStep.Answer(VendorResponses.Success(Case.Vendor) with { Body = "[{}]" }),
        ];
        foreach (string lookUp in Case.LookUps)
        {
            foreach (SimulatedStep failure in failures)
            {
                using var bench = new ProbeBench(Case);
                await bench.SendAsync(Other);
                DateTimeOffset sentAt = bench.Time.GetUtcNow();
                bench.Time.Advance(Later);
                bench.Simulator.Next(failure.On(lookUp));

                EffectProbeAnswer answer = await bench.AskAsync(Customer, sentAt);

                answer.HasHappened.Should().BeNull("of {0} at {1}", failure, lookUp);
            }
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Queue_ThatDeliversUntilSettled_NobodyIsReachedTwice(int seed)
    {
        using var bench = new ProbeBench(Case, new LookUpRules { Delay = TimeSpan.FromSeconds(5) }, seed);
        bench.Simulator
            .Chance(0.1, SimulatedStep.Drop().AfterExecution()).Chance(0.05, SimulatedStep.Drop()).Chance(0.05, SimulatedStep.GatewayPage(502))
            .Chance(0.1, SimulatedStep.Hang().LateExecution(TimeSpan.FromSeconds(40))).Chance(0.05, SimulatedStep.Hang());
        string[] customers = [.. Enumerable.Range(0, 25).Select(i => $"+49151200000{i:00}")];
        var told = new List<(string Customer, VendorResult Result)>();
        foreach (string customer in customers)
        {
            told.Add((customer, await bench.DeliverUntilSettledAsync(customer)));
        }

        bench.Time.Advance(TimeSpan.FromMinutes(1));
        customers.Select(customer => bench.Simulator.TimesCalled(customer) + bench.Simulator.TimesMessaged(customer)).Should().OnlyContain(times => times <= 1);
        told.Where(one => one.Result.IsSuccess).Should().HaveCountGreaterThan(15).And.OnlyContain(one => bench.Simulator.TimesCalled(one.Customer) + bench.Simulator.TimesMessaged(one.Customer) == 1);
        bench.Simulator.Requests.Should().Contain(request => request.ExecutedAt > request.At, "late executions are part of it");
    }

    private protected async Task<EffectProbeAnswer> AskOfAsync(string lookUp, string body, LookUpRules? rules = null)
    {
        using var bench = new ProbeBench(Case, rules);
        await bench.SendAsync(Other);
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        bench.Time.Advance(Later);
        bench.Simulator.Next(SimulatedStep.Answer(VendorResponses.Success(Case.Vendor) with { Body = body }).On(lookUp));
        return await bench.AskAsync(Customer, sentAt);
    }
}
