using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polly.Timeout;
using VendorErrors.FleetComparison.Contestants;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.FleetComparison.Stores;
using VendorErrors.FleetComparison.Vendors;
using VendorErrors.Http;

namespace VendorErrors.FleetComparison.Workers;

/// <summary>A worker process: takes messages from its input, makes their calls, and says on its output what becomes of them. Ends with its input.</summary>
internal sealed class WorkerProgram
{
    internal const string Ready = "ready";

    private const int MostTries = 50;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);
    private static readonly StreamWriter s_output = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };

    private readonly WorkerArguments _arguments;
    private readonly Doom _doom;
    private readonly Dictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    private WorkerProgram(WorkerArguments arguments) => (_arguments, _doom) = (arguments, new Doom(Say));

    private FleetContestant Contestant => _arguments.Contestant;

    internal static async Task<int> RunAsync(WorkerArguments arguments)
    {
        var worker = new WorkerProgram(arguments);
        await using ServiceProvider provider = worker.Register();
        await worker.WarmUpAsync(provider);
        Say(Ready);
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        while (await input.ReadLineAsync() is { } line)
        {
            JobLine job = JobLine.Parse(line);
            _ = Task.Run(() => worker.WorkAsync(job));
        }

        return 0;
    }

    private ServiceProvider Register()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ShiftedTime(_arguments.Shift));
        _arguments.Store?.Register(services);
        Contestant.Register(services, _arguments.Scale);
        services.AddSingleton(static _ => new LookUpProbe(new HttpClient()));
        foreach (string vendor in _arguments.Vendors.Keys)
        {
            IHttpClientBuilder client = services.AddHttpClient(vendor).ConfigurePrimaryHttpMessageHandler(() => new WindowHandler(_doom)).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
            Contestant.Register(client, Vendor.Find(vendor)!, _arguments.Scale);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>One call to each vendor and one look at the store, so that a fresh process is no slower than an old one.</summary>
    private async Task WarmUpAsync(ServiceProvider provider)
    {
        IHttpClientFactory factory = provider.GetRequiredService<IHttpClientFactory>();
        foreach ((string vendor, Uri address) in _arguments.Vendors)
        {
            HttpClient client = factory.CreateClient(vendor);
            _clients[vendor] = client;
            try
            {
                using HttpResponseMessage response = await client.PostAsync(new Uri(address, FleetVendor.WarmUp), new StringContent("{}", Encoding.UTF8, "application/json"));
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or TimeoutRejectedException)
            {
                // On a busy machine a process that starts may be slower than an attempt may be.
            }
        }

        // What a host does at its start: checks the store, and makes its tables. A process that starts while the store is away waits for it.
        for (var i = 0; Contestant.HasLedger; i++)
        {
            try
            {
                provider.GetService<IStartupValidator>()?.Validate();
                await provider.GetRequiredService<CallLedger>().FindAsync("warm-up");
                return;
            }
#pragma warning disable CA1031 // Whatever the store throws, it may be back in a moment.
            catch (Exception) when (i < MostTries)
#pragma warning restore CA1031
            {
                await Task.Delay(s_pause);
            }
        }
    }

    private async Task WorkAsync(JobLine job)
    {
        if (job.Window != KillWindow.None)
        {
            _doom.Add(job.Call, job.Window);
        }

        Verdict verdict;
        using HttpRequestMessage request = job.ToRequest(_arguments.Vendors[job.Vendor]);
        if (Contestant.HasLedger)
        {
            request.SetCallId(string.Create(CultureInfo.InvariantCulture, $"campaign-1/job-{job.Call}"), job.CreatedAt);
        }

        try
        {
            using HttpResponseMessage response = await _clients[job.Vendor].SendAsync(request);
            verdict = Contestant.Judge(response, job.Deliveries);
        }
#pragma warning disable CA1031 // What is no failure of the vendor is one too: the parent shows its type.
        catch (Exception e)
#pragma warning restore CA1031
        {
            verdict = Contestant.Judge(e, job.Deliveries);
        }

        await _doom.PassAsync(job.Call, KillWindow.BeforeAcknowledgement);
        long wait = verdict.Wait is { } asked ? (long)Math.Ceiling(asked.TotalMilliseconds) : -1;
        Say(string.Create(CultureInfo.InvariantCulture, $"done {job.Delivery} {(int)verdict.Action} {(int)verdict.Told} {wait} {verdict.Reason ?? "-"}"));
    }

    private static void Say(string line)
    {
        lock (s_output)
        {
            s_output.WriteLine(line);
        }
    }
}
