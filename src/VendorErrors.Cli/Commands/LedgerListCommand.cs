using System.CommandLine;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Ledger;
using VendorErrors.Http;

namespace VendorErrors.Cli.Commands;

/// <summary><c>ledger list</c>: the calls of a state, those first that have been in it for the longest time.</summary>
internal static class LedgerListCommand
{
    private const int MostCalls = 100_000;
    private const int UsualCalls = 100;

    private static readonly Option<string?> s_state = new("--state") { Description = "unknown (default: also those whose sender died), sending, refused, done or all.", HelpName = "STATE" };
    private static readonly Option<string?> s_olderThan = new("--older-than") { Description = "Only calls that have been so for this long, such as 90s, 15m, 2h or 3d.", HelpName = "AGE" };
    private static readonly Option<string?> s_most = new("--most") { Description = $"How many are shown at the most, to {MostCalls}. Default: {UsualCalls}.", HelpName = "N" };

    internal static Command Create()
    {
        var command = new Command("list", "Lists calls: what is unknown, since when and why. The longest come first.")
        {
            LedgerOptions.Redis, LedgerOptions.Postgres, LedgerOptions.KeyPrefix, LedgerOptions.Schema, s_state, s_olderThan, s_most, LedgerOptions.Output,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        bool isJson = LedgerOptions.IsJson(arguments);
        string state = arguments.GetValue(s_state)?.ToLowerInvariant() ?? "unknown";
        TimeSpan olderThan = arguments.GetValue(s_olderThan) is { } age ? AgeArgument.Parse(age, "--older-than") : TimeSpan.Zero;
        int most = arguments.GetValue(s_most) is { } number ? NumberArgument.Parse(number, "--most", 1, MostCalls) : UsualCalls;
        Func<CallLedger, Task<IEnumerable<CallLedgerRecord>>> list = state switch
        {
            "unknown" => ledger => UnknownAsync(ledger, olderThan, most, cancellationToken),
            "sending" => ledger => SendingAsync(ledger, isUnknown: false, olderThan, most, cancellationToken),
            "refused" => ledger => OfAsync(ledger, LedgerState.Refused, olderThan, most, cancellationToken),
            "done" => ledger => OfAsync(ledger, LedgerState.Done, olderThan, most, cancellationToken),
            "all" => ledger => OfAsync(ledger, null, olderThan, most, cancellationToken),
            _ => throw new UsageException($"unknown state '{state}'; one of unknown, sending, refused, done, all"),
        };
        return LedgerConnection.RunAsync(arguments, async connection =>
        {
            CallLedgerRecord[] calls = [.. (await list(connection.Ledger).ConfigureAwait(false)).OrderByDescending(CallPhrase.For).Take(most)];
            IReadOnlyDictionary<LedgerState, long> counts = await connection.Ledger.CountAsync(cancellationToken).ConfigureAwait(false);
            if (isJson)
            {
                CallOutput.WriteJson(calls, counts);
                return ExitCodes.Success;
            }

            if (calls.Length > 0)
            {
                CallOutput.WriteTable(calls);
            }

            CallOutput.WriteCounts(calls.Length, counts, connection.Place);
            if (calls.Length == most)
            {
                await Console.Error.WriteLineAsync($"there may be more; --most shows up to {MostCalls}").ConfigureAwait(false);
            }

            return ExitCodes.Success;
        });
    }

    private static async Task<IEnumerable<CallLedgerRecord>> OfAsync(CallLedger ledger, LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken) =>
        await ledger.ListAsync(state, olderThan, most, cancellationToken).ConfigureAwait(false);

    private static async Task<IEnumerable<CallLedgerRecord>> UnknownAsync(CallLedger ledger, TimeSpan olderThan, int most, CancellationToken cancellationToken) =>
        [.. await OfAsync(ledger, LedgerState.Unknown, olderThan, most, cancellationToken).ConfigureAwait(false), .. await SendingAsync(ledger, isUnknown: true, olderThan, most, cancellationToken).ConfigureAwait(false)];

    // A store does not tell those whose lease is over from the others, so that more are read where too few are among the oldest.
    private static async Task<IEnumerable<CallLedgerRecord>> SendingAsync(CallLedger ledger, bool isUnknown, TimeSpan olderThan, int most, CancellationToken cancellationToken)
    {
        for (int read = most; ; read = Math.Min(MostCalls, read * 4))
        {
            IReadOnlyList<CallLedgerRecord> sending = await ledger.ListAsync(LedgerState.Sending, olderThan, read, cancellationToken).ConfigureAwait(false);
            CallLedgerRecord[] wanted = [.. sending.Where(call => call.IsEffectUnknown == isUnknown && CallPhrase.For(call) >= olderThan)];
            if (wanted.Length >= most || sending.Count < read || read == MostCalls)
            {
                return wanted;
            }
        }
    }
}
