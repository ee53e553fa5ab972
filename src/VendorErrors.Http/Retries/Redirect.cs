using System.Runtime.CompilerServices;
using VendorErrors.Http.Requests;

namespace VendorErrors.Http.Retries;

/// <summary>
/// Whether the transport followed a redirect. It does so in the message itself, which then has another method or address. What the
/// innermost handler saw going out distinguishes that from what a handler or a credential changed before. Where there is no such handler, every
/// difference counts but one of credentials in the query.
/// </summary>
internal static class Redirect
{
    private static readonly object s_mark = new();

    // Parts of the names of parameters that carry credentials: they change between attempts without any redirect.
    private static readonly string[] s_credentialWords = ["token", "key", "auth", "sign", "secret", "session", "ticket", "password"];

    private static readonly ConditionalWeakTable<Exception, object> s_marked = new();

    /// <summary>Marks an exception as that of a message which was redirected before: whoever made the message, the exception gets through.</summary>
    public static void Mark(Exception exception) => s_marked.GetValue(exception, static _ => s_mark);

    public static bool WasFollowed(VendorCall call)
    {
        for (Exception? failure = call.Failure; failure is not null; failure = failure.InnerException)
        {
            if (s_marked.TryGetValue(failure, out _))
            {
                return true;
            }
        }

        if (call.SentMethod is { } method)
        {
            return call.SentMessage is { } message && (message.Method != method || message.RequestUri != call.SentAddress);
        }

        return call switch
        {
            // The message itself was sent, and no handler of ours saw what the transport did to it.
            { Snapshot: { } snapshot, Message: { } sent } => Differ(call.Answered ?? sent, snapshot.Method, snapshot.Address),

            // A pipeline's caller makes a new message for each attempt: only what it describes is known of it.
            { Answered: { } answered, Message: { } described } => Differ(answered, described.Method, described.RequestUri),
            _ => false,
        };
    }

    private static bool Differ(HttpRequestMessage answered, HttpMethod method, Uri? from)
    {
        if (answered.Method != method)
        {
            return true;
        }

        if (answered.RequestUri is not { IsAbsoluteUri: true } to || from is null)
        {
            return false;
        }

        if (!from.IsAbsoluteUri)
        {
            // The base address of the client comes before it.
            Uri rooted = new(new Uri(to.GetLeftPart(UriPartial.Authority)), from);
            return !to.AbsolutePath.EndsWith(rooted.AbsolutePath, StringComparison.Ordinal) || QueryOf(to.Query) != QueryOf(rooted.Query);
        }

        return to.GetLeftPart(UriPartial.Path) != from.GetLeftPart(UriPartial.Path) || QueryOf(to.Query) != QueryOf(from.Query);
    }

    private static string QueryOf(string query) => string.Join("&", query.TrimStart('?').Split('&').Where(part => part.Length > 0 && !IsCredential(part)));

    private static bool IsCredential(string part)
    {
        string name = part.Split('=')[0];
        return s_credentialWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
