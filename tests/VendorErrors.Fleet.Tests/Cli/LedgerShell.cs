using System.Diagnostics;
using VendorErrors.Fleet.Tests.Servers;

namespace VendorErrors.Fleet.Tests.Cli;

/// <summary>A ledger on a store, with calls that workers made, and the shell of an operator.</summary>
internal sealed class LedgerShell : IAsyncDisposable
{
    private const string Variable = "LEDGER_OF_THE_TEST";
    private readonly ServiceProvider _provider;
    private readonly IDisposable? _server;
    private readonly string _connection;
    private readonly string[] _place;

    private LedgerShell(ServiceProvider provider, IDisposable? server, string connection, string[] place) =>
        (_provider, _server, _connection, _place) = (provider, server, connection, place);

    public ICallLedgerStore Store => _provider.GetRequiredService<ICallLedgerStore>();

    /// <summary>A vendor that answers as it is told.</summary>
    public StubVendor Remote { get; } = new();

    public static async Task<LedgerShell> OnAsync(string store)
    {
        string name = $"t{Guid.NewGuid():N}";
        var services = new ServiceCollection();
        LedgerShell shell;
        if (store == "redis")
        {
            RedisServer server = await RedisServer.StartAsync();
            services.AddVendorErrorsRedis(server.Address, options => (options.KeyPrefix, options.AllowUnprotectedSecrets, options.AllowLossyLedger) = (name, true, true));
            shell = new LedgerShell(services.BuildServiceProvider(), server, server.Address, ["--redis", $"env:{Variable}", "--key-prefix", name]);
        }
        else
        {
            PostgreSqlServer server = await PostgreSqlServer.SharedAsync();
            services.AddSingleton(server.Source());
            services.AddVendorErrorsPostgreSql(provider => provider.GetRequiredService<Npgsql.NpgsqlDataSource>(), options => (options.Schema, options.AllowUnprotectedSecrets, options.AllowLossyLedger) = (name, true, true));
            shell = new LedgerShell(services.BuildServiceProvider(), null, ConnectionTo(server), ["--postgres", $"env:{Variable}", "--schema", name]);
        }

        shell._provider.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate();
        return shell;
    }

    public static string ConnectionTo(PostgreSqlServer server, string password = PostgreSqlServer.Password, int? port = null, string? more = null) =>
        $"Host=127.0.0.1;Port={port ?? server.Port};Username=fleet;Password={password};Database=postgres;Timeout=15;{more}";

    /// <summary>One delivery of a message.</summary>
    public async Task<HttpResponseMessage?> DeliverAsync(string id)
    {
        using var client = new HttpClient(
            new VendorErrorHandler(Vendor.TalkdeskDialer, new CallLedger(Store), new VendorErrorOptions { MaxRetryAttempts = 0 }) { InnerHandler = Remote }, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://x.test/dial") { Content = new StringContent("a") };
        request.SetCallId(id, DateTimeOffset.UtcNow);
        try
        {
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>An entry as a sender leaves it that dies, or one that is on its way.</summary>
    public async Task<LedgerEntry> AddAsync(string key, TimeSpan lease, string data = "{}")
    {
        var entry = new LedgerEntry(key, 1, LedgerState.Sending, Guid.NewGuid().ToString("N"), 1, new string('F', 64), data);
        (await Store.AddAsync(entry, lease, DateTimeOffset.UtcNow, TimeSpan.FromDays(1), TestContext.Current.CancellationToken)).IsAdded.Should().BeTrue();
        return entry;
    }

    public Task<ShellResult> RunAsync(params string[] words) => ShellResult.OfAsync(Variable, _connection, [.. words, .. _place]);

    /// <summary>With another connection, key prefix or schema.</summary>
    public static Task<ShellResult> RunAsync(string connection, params string[] words) => ShellResult.OfAsync(Variable, connection, words);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _server?.Dispose();
        Remote.Dispose();
    }

    internal sealed class StubVendor : HttpMessageHandler
    {
        public int Sends { get; private set; }

        public bool IsBroken { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sends++;
            return IsBroken
                ? throw new HttpRequestException("reset", new IOException("reset"))
                : Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"statusCode":0,"message":"Done","payload":{"id":4711}}""", System.Text.Encoding.UTF8, "application/json") });
        }
    }

    /// <summary>What <c>vendor-errors ledger</c> said.</summary>
    internal sealed record ShellResult(int ExitCode, string Output, string Error)
    {
        private static readonly string s_program = Path.Combine(
            AppContext.BaseDirectory.Replace(Path.Combine("tests", "VendorErrors.Fleet.Tests"), Path.Combine("src", "VendorErrors.Cli"), StringComparison.Ordinal), "vendor-errors.dll");

        public static async Task<ShellResult> OfAsync(string variable, string value, string[] words)
        {
            var start = new ProcessStartInfo("dotnet", [s_program, "ledger", .. words])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                Environment = { [variable] = value },
            };
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string error = await process.StandardError.ReadToEndAsync();
            string text = await output;
            await process.WaitForExitAsync();
            return new ShellResult(process.ExitCode, text, error);
        }

        /// <summary>The one line of a fault.</summary>
        public string Fault()
        {
            (ExitCode, Output).Should().Be((2, string.Empty), Error);
            return Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().StartWith("vendor-errors: ").And.Subject;
        }
    }
}
