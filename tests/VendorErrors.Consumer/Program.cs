using System;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using VendorErrors;
using VendorErrors.Http;
using VendorErrors.Testing;

namespace Consumer
{
    /// <summary>Uses each package once, and says whether it did what it promises.</summary>
    public static class Program
    {
        public static async Task<int> Main()
        {
            var pbx = new VendorSimulator(Vendor.YeastarPSeries, new SimulatorOptions { Time = new VirtualTime() });
            pbx.Next(SimulatedStep.Code("-2").AfterExecution());
            var services = new ServiceCollection();
            services.AddHttpClient("pbx").AddVendorErrors(Vendor.YeastarPSeries, options => options.AllowNoCredentialRefresher = true).ConfigurePrimaryHttpMessageHandler(pbx.CreateHandler);
            using ServiceProvider provider = services.BuildServiceProvider();
            using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");

            using HttpResponseMessage response = await client.PostAsync(new Uri(pbx.Address, "openapi/v1.0/call/dial"), new StringContent("{\"caller\":\"1000\",\"callee\":\"4930000001\"}"));

            VendorResult result = response.GetVendorResult();
            Console.WriteLine($"{result.Category}, {response.GetVendorDecision()}; called {pbx.TimesCalled("4930000001")} time");
            return result.Category == ErrorCategory.VendorInternal && pbx.TimesCalled("4930000001") == 1 ? 0 : 1;
        }
    }
}
