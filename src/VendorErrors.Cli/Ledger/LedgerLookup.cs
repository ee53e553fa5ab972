using VendorErrors.Cli.Input;
using VendorErrors.Http;

namespace VendorErrors.Cli.Ledger;

/// <summary>Finds the one call that a person means.</summary>
internal static class LedgerLookup
{
    private const int KeyLength = 64;
    private const int ShortestPrefix = 8;
    private const int MostOfState = 100_000;
    private const int MostNamed = 4;

    private static readonly LedgerState[] s_states = [LedgerState.Unknown, LedgerState.Sending, LedgerState.Refused, LedgerState.Done];

    internal static async Task<CallLedgerRecord> FindAsync(LedgerConnection connection, string id, CancellationToken cancellationToken)
    {
        string text = id.Trim();
        if (text.Length == 0)
        {
            throw new UsageException("ID is empty; give a call id, or a key of 'ledger list'");
        }

        // In an empty store there is no secret either, and none is to be put there.
        if ((await connection.Store.ListAsync(null, TimeSpan.Zero, 1, cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            throw new UsageException($"there is no call at all in {connection.Place}; is it the fleet's?");
        }

        bool isKey = text.Length is >= ShortestPrefix and <= KeyLength && text.All(char.IsAsciiHexDigit);
        CallLedgerRecord? found = isKey && text.Length == KeyLength ? await connection.Ledger.FindByKeyAsync(text.ToUpperInvariant(), cancellationToken).ConfigureAwait(false) : null;
        found ??= await connection.Ledger.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return found ?? await SearchAsync(connection.Ledger, text, isKey, connection.Place, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<CallLedgerRecord> SearchAsync(CallLedger ledger, string text, bool isKey, string place, CancellationToken cancellationToken)
    {
        Dictionary<string, CallLedgerRecord> matches = new(StringComparer.Ordinal);
        var isCut = false;
        foreach (LedgerState state in s_states)
        {
            if (!Console.IsErrorRedirected)
            {
                Console.Error.Write($"\rlooking through the calls that are {SnakeCase.Of(state)} …   ");
            }

            IReadOnlyList<CallLedgerRecord> calls = await ledger.ListAsync(state, TimeSpan.Zero, MostOfState, cancellationToken).ConfigureAwait(false);
            isCut |= calls.Count == MostOfState;
            foreach (CallLedgerRecord call in calls)
            {
                if (string.Equals(call.MaskedId, text, StringComparison.Ordinal) || (isKey && call.Key.StartsWith(text, StringComparison.OrdinalIgnoreCase)))
                {
                    matches[call.Key] = call;
                }
            }
        }

        if (!Console.IsErrorRedirected)
        {
            Console.Error.WriteLine();
        }

        string most = isCut ? $"; only the {MostOfState} oldest of each state were looked through, so give the call id or the whole key" : string.Empty;
        return matches.Count switch
        {
            0 => throw new UsageException($"there is no such call in {place}; give the id as SetCallId got it, or a key of 'ledger list'; a fleet with a secret of its own needs --secret{most}"),
            1 => matches.Values.Single(),
            _ => throw new UsageException($"{matches.Count} calls fit: {string.Join(", ", matches.Keys.Take(MostNamed).Select(key => key[..16]))}{(matches.Count > MostNamed ? ", …" : null)}; give more of the key"),
        };
    }
}
