using System.CommandLine;
using System.Globalization;
using VendorErrors.Cli.Ledger;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Commands;

/// <summary><c>ledger purge</c>: takes away final entries whose time is over.</summary>
internal static class LedgerPurgeCommand
{
    private const int AtOnce = 1000;

    internal static Command Create()
    {
        var command = new Command("purge", "Removes done and refused calls whose retention is over. Unknown and sending ones are never removed.")
        {
            LedgerOptions.Redis, LedgerOptions.Postgres, LedgerOptions.KeyPrefix, LedgerOptions.Schema, LedgerOptions.Output,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        bool isJson = LedgerOptions.IsJson(arguments);
        return LedgerConnection.RunAsync(arguments, async connection =>
        {
            long purged = 0;
            for (int last = AtOnce; last == AtOnce;)
            {
                last = await connection.Ledger.PurgeAsync(AtOnce, cancellationToken).ConfigureAwait(false);
                purged += last;
                if (!Console.IsErrorRedirected && last == AtOnce)
                {
                    Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{purged:N0} purged …"));
                }
            }

            if (!Console.IsErrorRedirected && purged >= AtOnce)
            {
                await Console.Error.WriteLineAsync().ConfigureAwait(false);
            }

            if (isJson)
            {
                JsonOutput.WriteToConsole(json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("purged"u8, purged);
                    json.WriteEndObject();
                });
                return ExitCodes.Success;
            }

            string note = connection.PurgesByItself ? "; Redis removes by itself what is over" : string.Empty;
            Console.Out.WriteLine(Printable.Of(string.Create(CultureInfo.InvariantCulture, $"{purged:N0} {(purged == 1 ? "call" : "calls")} purged from {connection.Place}{note}")));
            return ExitCodes.Success;
        });
    }
}
