using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VendorErrors;
using VendorErrors.Http;
using VendorErrors.Native;
using VendorErrors.Testing.Conformance;
using VendorErrors.Tests;
using VendorErrors.Tests.Fixtures;

// Whatever a trimmer or the native compiler could break shows here: the catalogs, the handler, dependency injection, the binding of options.
var faults = 0;
IGrouping<string, Fixture>[] vendors = [.. FixtureFiles.Names.Select(FixtureFiles.Read).GroupBy(fixture => fixture.VendorId, StringComparer.Ordinal)];
foreach (IGrouping<string, Fixture> captured in vendors)
{
    string[] misread = [.. captured.Where(IsMisread).Select(fixture => fixture.Name)];
    Check(misread.Length == 0, $"{captured.Key}: {captured.Count()} captured answers, misread: {(misread.Length == 0 ? "none" : string.Join(", ", misread))}");
}

Check(vendors.Length > 0, $"{vendors.Length} vendors with captured answers of their own files");

// Each pack by the kit, with the answers that it carries: once, in native code, which is trimmed too.
foreach (Vendor vendor in RuntimeFeature.IsDynamicCodeSupported ? [] : VendorRegistry.BuiltIn.Vendors.Concat(VendorRegistry.BuiltIn.Shapes))
{
    var kit = new PackConformance(vendor);
    string wrong = FaultsOf(kit);
    Check(wrong.Length == 0 && kit.Captured.Count > 0, $"{vendor.Id}: {kit.Cases.Count} checks, {kit.Captured.Count} answers, faults: {(wrong.Length == 0 ? "none" : wrong)}");
}

using var network = new UnlistedOnce();
IConfigurationRoot configuration = new ConfigurationBuilder()
    .AddInMemoryCollection([new("Pbx:MaxRetryAttempts", "2"), new("Pbx:Codes:79999:Category", "concurrency_limited"), new("Pbx:Codes:79999:Effect", "none"), new("Pbx:Codes:79999:Wait", "00:00:00.010"), new("PbxTokens:BaseAddress", "http://pbx.test/"), new("PbxTokens:ClientId", "id"), new("PbxTokens:ClientSecret", "secret")])
    .Build();
var services = new ServiceCollection();
services.AddHttpClient("pbx").AddVendorErrors(Vendor.YeastarPSeries, configuration.GetSection("Pbx")).AddYeastarTokens(configuration.GetSection("PbxTokens")).ConfigurePrimaryHttpMessageHandler(() => network);
await using ServiceProvider provider = services.BuildServiceProvider();
using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
using HttpResponseMessage response = await client.PostAsync(new Uri("http://pbx.test/openapi/v1.0/call/dial"), content: null);
Check(response.GetVendorResult().IsSuccess && network.Requests == 2, $"the handler: {network.Requests} requests, {response.GetVendorResult()}; {response.GetVendorDecision()}");
return faults == 0 ? 0 : 1;

static string FaultsOf(PackConformance kit)
{
    try
    {
        kit.VerifyAll();
        return string.Empty;
    }
    catch (ConformanceException e)
    {
        return e.Message;
    }
}

static bool IsMisread(Fixture fixture)
{
    VendorResult result = Vendor.Find(fixture.VendorId)!.Classify(new VendorResponse(fixture.Status, fixture.Body) { Method = fixture.Method, Path = fixture.Path, Headers = fixture.Headers, ReceivedAt = fixture.ReceivedAt });
    return SnakeCase.Of(result.Outcome) != fixture["outcome"]
        || SnakeCase.Of(result.Effect) != fixture["effect"]
        || (fixture["category"] is { } category && category != (result.Category is { } read ? SnakeCase.Of(read) : "none"))
        || (result.Error is { } error && error.ToProblemDetails() is not { Status: >= 400 });
}

void Check(bool holds, string what)
{
    faults += holds ? 0 : 1;
    Console.WriteLine($"{(holds ? "ok    " : "wrong ")} {what}");
}
