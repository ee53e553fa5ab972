using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using VendorErrors.Cli.Input;
using VendorErrors.Http;

namespace VendorErrors.Cli.Ledger;

/// <summary>The ledger of a fleet, in its store. Nothing is created there: no tables, and no secret in an empty store.</summary>
internal sealed class LedgerConnection : IAsyncDisposable
{
    // What a person settles is kept for as long as an entry can be: how long the fleet's queue keeps a message is not known here.
    private static readonly TimeSpan s_retention = TimeSpan.FromDays(3650);

    private readonly ServiceProvider _provider;
    private readonly NpgsqlDataSource? _source;

    private LedgerConnection(ServiceProvider provider, NpgsqlDataSource? source, CallLedgerOptions options, string place)
    {
        _provider = provider;
        _source = source;
        Place = place;
        Store = provider.GetRequiredService<ICallLedgerStore>();
        Ledger = new CallLedger(Store, options);
    }

    internal CallLedger Ledger { get; }

    internal ICallLedgerStore Store { get; }

    /// <summary>Which ledger it is, in words.</summary>
    internal string Place { get; }

    /// <summary>Whether the store removes by itself what is to be purged.</summary>
    internal bool PurgesByItself => _source is null;

    /// <summary>Connects, runs a command, and makes one line of whatever is wrong with the store.</summary>
    internal static async Task<int> RunAsync(ParseResult arguments, Func<LedgerConnection, Task<int>> run)
    {
        try
        {
            LedgerConnection connection = Open(arguments);
            await using (connection.ConfigureAwait(false))
            {
                return await run(connection).ConfigureAwait(false);
            }
        }
        catch (OptionsValidationException e)
        {
            throw new UsageException(e.Failures.First());
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is OptionsValidationException first)
        {
            // Several checks that found a fault; the later ones often only follow from the first.
            throw new UsageException(first.Failures.First());
        }
        catch (CallLedgerStoreException e)
        {
            throw new UsageException(e.Message);
        }
        catch (OperationCanceledException)
        {
            throw new UsageException("canceled, or the store did not answer in time; what was written before stays");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync().ConfigureAwait(false);
        if (_source is not null)
        {
            await _source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static LedgerConnection Open(ParseResult arguments)
    {
        string? redis = arguments.GetValue(LedgerOptions.Redis);
        string? postgres = arguments.GetValue(LedgerOptions.Postgres);
        string? prefix = arguments.GetValue(LedgerOptions.KeyPrefix);
        string? schema = arguments.GetValue(LedgerOptions.Schema);
        var options = new CallLedgerOptions
        {
            Secret = arguments.GetValue(LedgerOptions.Secret) is { } given ? SecretOf(SecretArgument.Parse(given, "--secret", "the secret as base64")) : null,
            Retention = s_retention,
            StoreTimeout = TimeSpan.FromSeconds(30),
        };
        if (arguments.GetValue(LedgerOptions.QuietTime) is { } quiet)
        {
            options.QuietTime = AgeArgument.Parse(quiet, "--quiet-time") is { Ticks: > 0 } time && time <= TimeSpan.FromDays(1) ? time : throw new UsageException($"--quiet-time must be above zero and a day at the most, not '{quiet}'");
        }

        switch (redis, postgres)
        {
            case (not null, not null):
                throw new UsageException("use either --redis or --postgres");
            case (null, null):
                throw new UsageException("which ledger? give --redis env:NAME or --postgres env:NAME, with the connection string in that environment variable");
            case ({ } variable, _) when schema is null:
                return Redis(SecretArgument.Parse(variable, "--redis", "the connection string of Redis"), prefix, options);
            case (_, { } variable) when prefix is null:
                return PostgreSql(SecretArgument.Parse(variable, "--postgres", "the connection string of PostgreSQL"), schema, options);
            default:
                throw new UsageException(redis is null ? "--key-prefix is for --redis; PostgreSQL has --schema" : "--schema is for --postgres; Redis has --key-prefix");
        }
    }

    private static LedgerConnection Redis(string configuration, string? prefix, CallLedgerOptions ledger)
    {
        var services = new ServiceCollection();
        var options = new VendorErrorsRedisOptions();
        try
        {
            services.AddVendorErrorsRedis(configuration, Configure);
        }
        catch (ArgumentException)
        {
            // The message may hold a part of it.
            throw new UsageException("the connection string of Redis cannot be read; write it as StackExchange.Redis does: host:6379,password=…,ssl=true");
        }

        Configure(options);
        return Start(services, null, ledger, $"Redis with the key prefix '{options.KeyPrefix}'");

        void Configure(VendorErrorsRedisOptions configured)
        {
            configured.KeyPrefix = prefix ?? configured.KeyPrefix;
            (configured.ShareCooldowns, configured.ShareCredentials, configured.AllowLossyLedger) = (false, false, true);
        }
    }

    private static LedgerConnection PostgreSql(string connectionString, string? schema, CallLedgerOptions ledger)
    {
        NpgsqlDataSource source;
        try
        {
            source = NpgsqlDataSource.Create(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            throw new UsageException("the connection string of PostgreSQL cannot be read; write it as Npgsql does: Host=…;Username=…;Password=…;Database=…");
        }

        var services = new ServiceCollection();
        var options = new VendorErrorsPostgreSqlOptions();
        Configure(options);
        services.AddVendorErrorsPostgreSql(source, Configure);
        return Start(services, source, ledger, $"PostgreSQL in the schema '{options.Schema}'");

        void Configure(VendorErrorsPostgreSqlOptions configured)
        {
            configured.Schema = schema ?? configured.Schema;
            (configured.ShareCooldowns, configured.ShareCredentials, configured.AllowLossyLedger, configured.MigrateAtStart) = (false, false, true, false);
        }
    }

    // The checks that a host runs when it starts.
    private static LedgerConnection Start(ServiceCollection services, NpgsqlDataSource? source, CallLedgerOptions options, string place)
    {
        ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return new LedgerConnection(provider, source, options, place);
        }
        catch
        {
            provider.Dispose();
            source?.Dispose();
            throw;
        }
    }

    private static byte[] SecretOf(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out int length) && length >= 32
            ? bytes[..length]
            : throw new UsageException("the secret must be base64 of 32 bytes or more");
    }
}
