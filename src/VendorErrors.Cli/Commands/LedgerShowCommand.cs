using System.CommandLine;
using VendorErrors.Cli.Ledger;
using VendorErrors.Http;

namespace VendorErrors.Cli.Commands;

/// <summary><c>ledger show</c>: all that is known of one call.</summary>
internal static class LedgerShowCommand
{
    internal static Command Create()
    {
        var command = new Command("show", "Shows what is known of one call, and what a delivery of its message would do.")
        {
            LedgerOptions.Id, LedgerOptions.Redis, LedgerOptions.Postgres, LedgerOptions.KeyPrefix, LedgerOptions.Schema, LedgerOptions.Secret, LedgerOptions.Output,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        bool isJson = LedgerOptions.IsJson(arguments);
        return LedgerConnection.RunAsync(arguments, async connection =>
        {
            CallLedgerRecord call = await LedgerLookup.FindAsync(connection, arguments.GetRequiredValue(LedgerOptions.Id), cancellationToken).ConfigureAwait(false);
            if (isJson)
            {
                CallOutput.WriteJson(call);
            }
            else
            {
                CallOutput.WriteFacts(call);
            }

            return ExitCodes.Success;
        });
    }
}
