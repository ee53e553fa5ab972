using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using VendorErrors.Cli.Completion;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;
using VendorErrors.Testing;

namespace VendorErrors.Cli.Commands;

/// <summary><c>simulate</c>: a vendor on a port of this machine, until Ctrl-C.</summary>
internal static class SimulateCommand
{
    private static readonly Option<string?> s_vendor = new("--vendor", "-v") { Description = "The vendor: an id of 'vendor-errors vendors'.", HelpName = "ID" };
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Option<string?> s_port = new("--port", "-p") { Description = "The port on 127.0.0.1. Default: a free one, which is printed.", HelpName = "N" };
    private static readonly Option<string?> s_script = new("--script") { Description = "A script of faults, one per line, such as 'next: code 10'; - for standard input. Default: no faults.", HelpName = "FILE" };
    private static readonly Option<string?> s_webhook = new("--webhook") { Description = "Where the events of the script are posted, such as of 'next: event failed after 30s'. Default: nowhere; GET /__simulator/events lists them.", HelpName = "URL" };
    private static readonly Option<string?> s_seed = new("--seed") { Description = "The seed of random faults. Default: 1.", HelpName = "N" };
    private static readonly Option<bool> s_quiet = new("--quiet", "-q") { Description = "Do not print a line for each request." };

    internal static Command Create()
    {
        s_vendor.CompletionSources.Add(VendorCompletion.Vendors);
        var command = new Command("simulate", "Simulates a vendor on a port of this machine: it does what it is asked, counts it, and fails as the script says. Ctrl-C stops it. GET /__simulator/requests lists the requests.")
        {
            s_vendor, s_pack, s_port, s_script, s_webhook, s_seed, s_quiet,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        VendorRegistry registry = PackOption.Read(arguments.GetValue(s_pack), out IReadOnlyList<Vendor> own);
        Vendor vendor = VendorArgument.Parse(arguments.GetValue(s_vendor), registry, own);
        int port = arguments.GetValue(s_port) is { } number ? NumberArgument.Parse(number, "--port", 0, 65535) : 0;
        int seed = arguments.GetValue(s_seed) is { } chance ? NumberArgument.Parse(chance, "--seed", int.MinValue, int.MaxValue) : 1;
        VendorSimulator simulator = Create(vendor, seed, arguments.GetValue(s_script), arguments.GetValue(s_quiet));
        if (arguments.GetValue(s_webhook) is { } webhook)
        {
            simulator.SendEventsTo(ParseWebhook(webhook));
        }

        SimulatorServer server = await SimulatorServer.StartAsync(simulator, port, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable stop = server.ConfigureAwait(false);
        Console.Out.WriteLine($"{vendor.Name} simulated at {server.Address}; Ctrl-C stops it");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how it ends.
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{simulator.Requests.Count} requests, {simulator.Executed.Count} executed, {simulator.RequestsInsideWait} before a wait had ended"));
        return ExitCodes.Success;
    }

    private static Uri ParseWebhook(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? webhook) && (webhook.Scheme == Uri.UriSchemeHttp || webhook.Scheme == Uri.UriSchemeHttps)
            ? webhook
            : throw new UsageException($"--webhook must be an address such as http://127.0.0.1:5000/webhooks, not '{text}'");

    private static VendorSimulator Create(Vendor vendor, int seed, string? script, bool isQuiet)
    {
        var simulator = new VendorSimulator(vendor, new SimulatorOptions { Seed = seed, Observe = isQuiet ? null : request => Console.Out.WriteLine(Printable.Of(request.ToString())) });
        if (script is null)
        {
            return simulator;
        }

        try
        {
            return simulator.Play(Encoding.UTF8.GetString(InputFile.ReadAll(script)));
        }
        catch (SimulatorScriptException e)
        {
            throw new UsageException($"{script}: {e.Message}");
        }
    }
}
