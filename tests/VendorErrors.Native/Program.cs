using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VendorErrors;
using VendorErrors.Http;
using VendorErrors.Native;
using VendorErrors.Tests;
using VendorErrors.Tests.Fixtures;

// Whatever a trimmer or the native compiler could break shows here: the catalogs, the handler, dependency injection, the binding of options.
var faults = 0;
foreach (Fixture fixture in FixtureFiles.Names.Select(FixtureFiles.Read))
{
    VendorResult result = Vendor.Find(fixture.VendorId)!.Classify(new VendorResponse(fixture.Status, fixture.Body) { Method = fixture.Method, Path = fixture.Path, Headers = fixture.Headers, ReceivedAt = fixture.ReceivedAt });
    Check(SnakeCase.Of(result.Outcome) == fixture["outcome"] && SnakeCase.Of(result.Effect) == fixture["effect"], $"{fixture.Name}: {result}");
    Check(result.Error is not { } error || error.ToProblemDetails() is { Status: >= 400 }, $"{result.Error?.ToProblemDetails().Type}");
}

using var network = new UnlistedOnce();
IConfigurationRoot configuration = new ConfigurationBuilder()
    .AddInMemoryCollection([new("Pbx:MaxRetries", "2"), new("Pbx:Codes:79999:Category", "concurrency_limited"), new("Pbx:Codes:79999:Effect", "none"), new("Pbx:Codes:79999:Wait", "00:00:00.010")])
    .Build();
var services = new ServiceCollection();
services.AddHttpClient("pbx").AddVendorErrors(Vendor.YeastarPSeries, configuration.GetSection("Pbx")).ConfigurePrimaryHttpMessageHandler(() => network);
await using ServiceProvider provider = services.BuildServiceProvider();
using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
using HttpResponseMessage response = await client.PostAsync(new Uri("http://pbx.test/openapi/v1.0/call/dial"), content: null);
Check(response.GetVendorResult().IsSuccess && network.Requests == 2, $"the handler: {network.Requests} requests, {response.GetVendorResult()}; {response.GetVendorDecision()}");
string[] answering = [.. FixtureFiles.Names.Select(name => name.Split('/')[0]).Distinct().Order(StringComparer.Ordinal)];
Check(answering.Length > 0 && answering.SequenceEqual(Vendor.All.Select(vendor => vendor.Id), StringComparer.Ordinal), $"vendors: {string.Join(", ", Vendor.All)}");
return faults == 0 ? 0 : 1;

void Check(bool holds, string what)
{
    faults += holds ? 0 : 1;
    Console.WriteLine($"{(holds ? "ok    " : "wrong ")} {what}");
}
