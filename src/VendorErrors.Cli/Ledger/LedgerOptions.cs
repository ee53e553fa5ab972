using System.CommandLine;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Ledger;

/// <summary>The options that all commands of the ledger have.</summary>
internal static class LedgerOptions
{
    internal static Option<string?> Redis { get; } = new("--redis") { Description = "The environment variable with the connection string of Redis, such as env:LEDGER_REDIS.", HelpName = "env:NAME" };

    internal static Option<string?> Postgres { get; } = new("--postgres") { Description = "The environment variable with the connection string of PostgreSQL.", HelpName = "env:NAME" };

    internal static Option<string?> KeyPrefix { get; } = new("--key-prefix") { Description = "The KeyPrefix of the fleet on Redis. Default: vendor-errors.", HelpName = "TEXT" };

    internal static Option<string?> Schema { get; } = new("--schema") { Description = "The Schema of the fleet on PostgreSQL. Default: vendor_errors.", HelpName = "NAME" };

    internal static Option<string?> Secret { get; } = new("--secret") { Description = "The environment variable with CallLedgerOptions.Secret as base64, where the fleet has one of its own. Default: the one in the store.", HelpName = "env:NAME" };

    internal static Option<string?> QuietTime { get; } = new("--quiet-time") { Description = "The QuietTime of the fleet: how long the vendor may take to execute a request. Default: 1m.", HelpName = "TIME" };

    internal static Option<string?> Output { get; } = OutputOption.Create("text (default) or json.");

    internal static Argument<string> Id { get; } = new("ID") { Description = "The call id as given to SetCallId, or a key of 'ledger list' (8 characters of it or more), or an id as the list prints it." };

    internal static bool IsJson(ParseResult arguments) => OutputOption.Parse(arguments.GetValue(Output), "text", "text", "json") == "json";
}
