using System.CommandLine;

namespace VendorErrors.Cli.Commands;

/// <summary><c>ledger</c>: what an operator does about calls of which nobody knows whether they happened.</summary>
internal static class LedgerCommand
{
    internal static Command Create() => new("ledger", "Shows and settles the calls in a fleet's call ledger, on Redis or PostgreSQL.")
    {
        LedgerListCommand.Create(),
        LedgerShowCommand.Create(),
        LedgerResolveCommand.Create(),
        LedgerPurgeCommand.Create(),
    };
}
