using StackExchange.Redis;

namespace VendorErrors.Redis.Stores;

/// <summary>What a failure is called, by the word that begins it: never in the server's or the client's words, which may name hosts and users.</summary>
internal static class RedisFaults
{
    public const string ReadOnly = "Redis is a read-only replica; use the address of the primary";

    private const string Unreachable = "Redis cannot be reached; check its address, its port and its password";

    private static readonly (string Word, string Text)[] s_words =
    [
        ("WRONGPASS", "Redis refused the user or the password"),
        ("NOAUTH", "Redis refused the user or the password"),
        ("NOPERM", "the user of Redis may not use keys with this prefix, or a command"),
        ("OOM", "the memory of Redis is full; raise maxmemory"),
        ("MISCONF", "Redis cannot write to its disk, and refuses writes"),
        ("READONLY", ReadOnly),
        ("NOREPLICAS", "Redis has fewer replicas than min-replicas-to-write demands"),
        ("LOADING", "Redis is loading its data"),
        ("BUSY", "Redis is busy with another script"),
        ("MASTERDOWN", "Redis has lost its primary"),
        ("CLUSTERDOWN", "the cluster of Redis is down"),
        ("CROSSSLOT", "the keys of a script are in several slots"),
    ];

    public static string KindOf(Exception e)
    {
        string text = e.ToString();
        if (e is RedisServerException)
        {
            foreach ((string word, string means) in s_words)
            {
                if (HasWord(text, word))
                {
                    return $"{word}: {means}";
                }
            }
        }

        return HasWord(text, "AuthenticationFailure") ? "AuthenticationFailure: Redis refused the user or the password"
            : IsReadOnly(text) ? $"{e.GetType().Name}: {ReadOnly}"
            : e is RedisTimeoutException or RedisConnectionException or TimeoutException ? $"{e.GetType().Name}: {Unreachable}"
            : $"{e.GetType().Name}: Redis refused the command";
    }

    /// <summary>One sentence for the start of a host.</summary>
    public static string TextOf(Exception e)
    {
        string text = e.ToString();
        return HasWord(text, "WRONGPASS") || HasWord(text, "NOAUTH") || HasWord(text, "AuthenticationFailure") ? "Redis refused the user or the password."
            : HasWord(text, "READONLY") || IsReadOnly(text) ? ReadOnly + "."
            : HasWord(text, "NOPERM") ? "The user of Redis may not write keys with this prefix."
            : e is RedisConnectionException ? Unreachable + "."
            : e is RedisServerException ? $"Redis cannot be used ({KindOf(e)})."
            : $"Redis cannot be used ({e.GetType().Name}).";
    }

    private static bool IsReadOnly(string text) => text.Contains("eligible replica") || text.Contains("eligible for replica") || text.Contains("on a replica") || text.Contains("to a replica");

    // An address may hold the letters of a word.
    private static bool HasWord(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
