using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VendorErrors;
using VendorErrors.Http;
using VendorErrors.Native;

// Whatever a trimmer or the native compiler could break shows here: the catalogs, the handler, dependency injection, the binding of options.
var faults = 0;
foreach (Answer answer in Answer.All)
{
    VendorResult result = answer.Vendor.Classify(answer.Status, answer.Body);
    Check(result.Category == answer.Expected, $"{answer.Vendor} {result.Code}: {result.Category}, {result.Retry.Disposition}, {result.Effect}");
    Check(result.Error?.ToProblemDetails() is { Status: >= 400 }, $"{result.Error?.ToProblemDetails().Type}");
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
Check(Vendor.All.Sum(vendor => vendor.Codes.Count) > 0 && Vendor.All.Count == Answer.All.Select(answer => answer.Vendor).Distinct().Count(), $"{Vendor.All.Count} vendors");
return faults == 0 ? 0 : 1;

void Check(bool holds, string what)
{
    faults += holds ? 0 : 1;
    Console.WriteLine($"{(holds ? "ok    " : "wrong ")} {what}");
}
