using System.CommandLine;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Ledger;
using VendorErrors.Cli.Output;
using VendorErrors.Http;

namespace VendorErrors.Cli.Commands;

/// <summary><c>ledger resolve</c>: a person has looked at the vendor, and says what became of a call.</summary>
internal static class LedgerResolveCommand
{
    private const int LongestReason = 500;
    private const int LongestName = 64;

    private static readonly Option<bool> s_done = new("--done") { Description = "It happened: no delivery sends it again." };
    private static readonly Option<bool> s_notDone = new("--not-done") { Description = "It did not happen: the next delivery of its message SENDS IT." };
    private static readonly Option<string?> s_reason = new("--reason") { Description = "What was seen, and where. It is kept in the entry; no phone numbers.", HelpName = "TEXT" };
    private static readonly Option<string?> s_by = new("--by") { Description = "Who says so. Default: the user of this shell.", HelpName = "NAME" };
    private static readonly Option<bool> s_yes = new("--yes", "-y") { Description = "Do not ask for confirmation." };

    internal static Command Create()
    {
        var command = new Command("resolve", "Settles a call of which nobody knows whether it happened. Look at the vendor first.")
        {
            LedgerOptions.Id, s_done, s_notDone, s_reason, s_by, s_yes, LedgerOptions.Redis, LedgerOptions.Postgres, LedgerOptions.KeyPrefix, LedgerOptions.Schema, LedgerOptions.Secret, LedgerOptions.QuietTime, LedgerOptions.Output,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        bool isJson = LedgerOptions.IsJson(arguments);
        bool happened = (arguments.GetValue(s_done), arguments.GetValue(s_notDone)) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => throw new UsageException("did it happen? give either --done or --not-done"),
        };
        string reason = TextOf(arguments.GetValue(s_reason), "--reason", LongestReason) ?? throw new UsageException("--reason is missing: it is all that the next person has");
        string by = TextOf(arguments.GetValue(s_by), "--by", LongestName) ?? Environment.UserName;
        bool isConfirmed = arguments.GetValue(s_yes);
        if (!isConfirmed && Console.IsInputRedirected)
        {
            throw new UsageException("resolve asks before it writes; where nobody can answer, pass --yes");
        }

        return LedgerConnection.RunAsync(arguments, async connection =>
        {
            CallLedgerRecord call = await LedgerLookup.FindAsync(connection, arguments.GetRequiredValue(LedgerOptions.Id), cancellationToken).ConfigureAwait(false);
            if (call.WhyNotResolvable is { } obstacle)
            {
                throw new UsageException(obstacle);
            }

            await Console.Error.WriteLineAsync(Printable.Of(Meaning(call, happened))).ConfigureAwait(false);
            if (!isConfirmed && !IsConfirmed())
            {
                throw new UsageException("not confirmed; nothing was changed");
            }

            CallLedgerRecord resolved = await ResolveAsync(connection.Ledger, call, happened, reason, by, cancellationToken).ConfigureAwait(false);
            if (isJson)
            {
                CallOutput.WriteJson(resolved);
            }
            else
            {
                Console.Out.WriteLine(Printable.Of($"{CallPhrase.Key(resolved)} is {SnakeCase.Of(resolved.State)} now; {CallPhrase.Why(resolved)}"));
            }

            return ExitCodes.Success;
        });
    }

    // Between the look and the write somebody else may have settled it, or a delivery may be asking the vendor.
    private static async Task<CallLedgerRecord> ResolveAsync(CallLedger ledger, CallLedgerRecord call, bool happened, string reason, string by, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.ResolveAsync(call, happened, reason, by, cancellationToken).ConfigureAwait(false) ?? throw new UsageException("the entry is gone; nothing was changed");
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static string Meaning(CallLedgerRecord call, bool happened)
    {
        string what = $"{CallPhrase.Key(call)} ({call.VendorId} {call.Operation}, {call.MaskedId ?? "erased"}, {CallPhrase.State(call)} for {CallPhrase.ForHow(call)}):";
        return happened
            ? $"{what} it happened. No delivery sends it again."
            : $"{what} it did NOT happen. The next delivery of its message sends it: if it did happen, the customer is called twice.";
    }

    private static bool IsConfirmed()
    {
        Console.Error.Write("Type yes to write this down: ");
        return string.Equals(Console.In.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }

    private static string? TextOf(string? text, string option, int longest) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length <= longest ? text.Trim()
        : throw new UsageException($"{option} has {text.Length} characters; {longest} are the most");
}
