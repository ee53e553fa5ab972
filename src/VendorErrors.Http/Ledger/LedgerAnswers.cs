using Microsoft.Extensions.Logging;
using VendorErrors.Http.Reading;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Ledger;

/// <summary>
/// Keeps answers of calls that are done, where that was asked for: headers by a list of names, and a body that was read whole for the verdict. Nothing is
/// read for this. Never throws. Safe for use by several threads.
/// </summary>
internal sealed class LedgerAnswers(ISecretProtector protector, CallLedgerOptions options, ILogger logger)
{
    private readonly string[] _headers = [.. options.AnswerHeaders];
    private readonly int _bound = options.MaxAnswerBytes;
    private readonly TimeSpan _retention = options.Retention;
    private int _isBroken;

    /// <summary>What is to be kept of an answer; null where its body was not read whole, or is too long.</summary>
    public StoredAnswer? Take(HttpResponseMessage response)
    {
        byte[]? body;
        try
        {
            body = response.Content is { } content ? WholeBody.Of(content, _bound) : [];
        }
#pragma warning disable CA1031 // Whatever a content of somebody else's throws, the answer is the caller's, and is only not kept.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }

        if (body is null)
        {
            return null;
        }

        Dictionary<string, string[]> headers = new(StringComparer.OrdinalIgnoreCase);
        int length = body.Length;
        foreach (string name in _headers)
        {
            if (ValuesOf(response, name) is { Length: > 0 } values)
            {
                headers[name] = values;
                length += name.Length + values.Sum(value => value.Length);
            }
        }

        return length <= _bound ? new StoredAnswer { Headers = headers, Body = body } : null;
    }

    /// <summary>The answer as an entry holds it; null where it cannot be protected.</summary>
    public byte[]? Protect(StoredAnswer answer, string key)
    {
        try
        {
            return protector.Protect((answer with { Key = key }).Write());
        }
#pragma warning disable CA1031 // A protector of the application may throw anything. What became of the call is written down all the same.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Report(e);
            return null;
        }
    }

    /// <summary>The answer that an entry holds; null where there is none, where its time is over, and where it cannot be read.</summary>
    public StoredAnswer? Of(LedgerEntry entry)
    {
        if (entry.Age >= _retention || LedgerData.Read(entry.Data).Answer is not { } stored)
        {
            return null;
        }

        try
        {
            StoredAnswer answer = StoredAnswer.Read(protector.Unprotect(stored));
            if (answer.Key != entry.Key)
            {
                throw new InvalidOperationException("The answer is of another entry.");
            }

            Volatile.Write(ref _isBroken, 0);
            return answer;
        }
#pragma warning disable CA1031 // The same, such as for a key of another fleet. The verdict is given without it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Report(e);
            return null;
        }
    }

    // One line until it works again: each delivery would write another.
    private void Report(Exception e)
    {
        if (Interlocked.Exchange(ref _isBroken, 1) == 0)
        {
            Log.LedgerAnswerUnreadable(logger, e.GetType().Name);
        }
    }

    private static string[]? ValuesOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) || response.Content?.Headers.TryGetValues(name, out values) == true ? [.. values] : null;
}
