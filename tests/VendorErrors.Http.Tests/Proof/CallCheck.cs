namespace VendorErrors.Http.Tests.Proof;

/// <summary>The invariant of one call, from the issue and the decision table.</summary>
internal static class CallCheck
{
    // The clock moves by a tick whenever it is read, and a decision reads it a few times.
    private static readonly TimeSpan s_readings = TimeSpan.FromMilliseconds(1);

    internal static IEnumerable<string> Always(Script script, CallLog log) => Executions(script, log).Concat(Waits(script, log)).Concat(Replays(script, log));

    private static IEnumerable<string> Executions(Script script, CallLog log)
    {
        List<Attempt> attempts = log.Attempts;
        int executions = attempts.Count(attempt => attempt.WasExecuted) + attempts.Count(attempt => attempt.WasExecutedBefore);
        bool isByTheTransport = attempts.Any(attempt => attempt is { WasExecuted: true, WasExecutedBefore: true });
        if (log.Call.Operation.Safety == OperationSafety.NonIdempotentWrite && executions > 1 && !(isByTheTransport && executions == 2))
        {
            yield return $"PLAIN WRITE EXECUTED {executions} TIMES";
        }

        // The replay after a refresh has a bound of its own.
        int replays = attempts.SkipLast(1).Any(attempt => attempt.SaidTokenExpired) ? 1 : 0;
        int repeats = script.Insider == Insider.Repeats ? 3 : 1;
        if (attempts.Count > (script.Options.MaxRetryAttempts + 1 + replays) * repeats)
        {
            yield return $"{attempts.Count} attempts where {script.Options.MaxRetryAttempts} retries are allowed";
        }

        if (attempts.Any(attempt => attempt.InsideHeaders > 1))
        {
            yield return "what a handler inside adds grows with each attempt";
        }

        if (attempts.SkipLast(1).Any(attempt => attempt.Said == Claim.Executed))
        {
            yield return "what was called done was sent again";
        }

        if (attempts.Any(attempt => attempt.Content is { IsDisposed: false }))
        {
            yield return "a response leaks";
        }
    }

    private static IEnumerable<string> Waits(Script script, CallLog log)
    {
        List<Attempt> attempts = log.Attempts;

        // A handler inside that sends again by itself waits for nobody.
        for (var i = 1; i < attempts.Count && script.Insider != Insider.Repeats; i++)
        {
            if (attempts[i - 1].NotBefore is { } time && attempts[i].StartedAt < time)
            {
                yield return $"attempt {i + 1} began {time - attempts[i].StartedAt} earlier than the answer before it asked";
            }
        }

        foreach ((TimeSpan at, TimeSpan wait) in log.Waits)
        {
            if (wait > script.Options.MaxWait)
            {
                yield return $"a wait of {wait} above the cap of {script.Options.MaxWait}";
            }

            // Held for single callers; among several, a refresh that they share can move a flow's clock between a decision and its wait.
            if (script.Callers.Count == 1 && script.Options.TotalTimeout is { } total && at + wait > log.StartedAt + total + s_readings)
            {
                yield return $"a wait of {wait} from {at - log.StartedAt} beyond the deadline of {total}";
            }
        }
    }

    private static IEnumerable<string> Replays(Script script, CallLog log)
    {
        List<Attempt> attempts = log.Attempts;
        if (log.Call.Operation.IsStreamed && script.Options.ReplayLimit == 0 && attempts.Count(attempt => attempt.Body is { Length: > 0 }) > 1)
        {
            yield return "a stream was sent twice, although nothing may be kept of it";
        }

        if (attempts.Select(attempt => attempt.Key).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return "the key changed between attempts";
        }

        // A redirect may have taken the content away before a handler inside sends again.
        bool isOurs = script.Insider != Insider.Repeats;
        if (isOurs && attempts.Count > 0 && attempts.Any(attempt => !attempt.Body.AsSpan().SequenceEqual(attempts[0].Body)))
        {
            yield return "the content changed between attempts";
        }

        if (attempts.SkipLast(1).Count(attempt => attempt.SaidTokenExpired && WasUnderstood(attempt)) > 1)
        {
            yield return "more than one replay after a token that timed out";
        }

        // With others about, a new token may be on its way to the vendor while its refresh is being written down.
        if (script.Callers.Count == 1 && attempts.Where((attempt, i) => i > 0 && attempts[i - 1].SaidTokenExpired && attempt.Token <= attempts[i - 1].Token && WasUnderstood(attempts[i - 1])).Any())
        {
            yield return "the replay after a token that timed out carries the same token";
        }
    }

    internal static IReadOnlyList<string> OfResponse(CallLog log, HttpResponseMessage response)
    {
        var found = new List<string>();
        Attempt last = log.Attempts[^1];
        ChoppyContent? content = last.Content;
        if (!ReferenceEquals(response, last.Response) || content is null)
        {
            return ["the response is not the vendor's last one"];
        }

        if (content.IsDisposed)
        {
            found.Add("the response was disposed before the caller had it");
        }

        found.AddRange(ReadAgain(response, content, log.Call.IsSync));
        VendorResult result = response.GetVendorResult();
        RetryDecision decision = response.GetVendorDecision();
        if (result == default)
        {
            found.Add("no result stands on the response");
        }

        if (EffectNoneOfWhatWasExecuted(log, result) is { } wrong)
        {
            found.Add(wrong);
        }

        if (last.Said == Claim.Executed && result.IsFailure)
        {
            found.Add($"a success of {content.Bytes.Length} bytes is called {result}");
        }

        if (last.HidesFailure && !result.IsFailure)
        {
            found.Add($"a failure under a 2xx is called {result}");
        }

        if (last.Said == Claim.Refused && log.Attempts.Count == 1 && !last.WasRedirected && result.Effect != Effect.None)
        {
            found.Add($"a refusal is called {result}");
        }

        if (result.IsSuccess != (decision.StopReason == StopReason.None))
        {
            found.Add($"{result} with the decision {decision}");
        }

        response.Dispose();
        return found;
    }

    internal static IEnumerable<string> OfException(CallLog log, Exception exception, Insider insider)
    {
        bool isGate = exception is VendorErrorException { Decision.StopReason: StopReason.CoolingDown };
        if (exception is TaskCanceledException { InnerException: TimeoutException })
        {
            // Our own timeout. What the last attempt did is known to the transport alone.
            if (EffectNoneOfWhatWasExecuted(log, exception.GetVendorResult()) is { } untrue)
            {
                yield return untrue;
            }

            yield break;
        }

        if (exception is InvalidOperationException && log.Call.Operation.IsStreamed && insider == Insider.Repeats)
        {
            // A handler inside that sends a stream again which is too large to be kept.
            yield break;
        }

        if (!isGate && exception.GetVendorResult() == default)
        {
            yield return $"no verdict on {exception.GetType().Name}";
        }

        if (EffectNoneOfWhatWasExecuted(log, exception.GetVendorResult()) is { } wrong)
        {
            yield return wrong;
        }

        // The guard next to the transport refuses what a handler inside sends again.
        isGate |= exception is VendorErrorException { Decision.StopReason: StopReason.EffectUnknown } && log.Call.Operation.Safety == OperationSafety.NonIdempotentWrite;

        if (!isGate && (log.Attempts.Count == 0 || !ReferenceEquals(exception, log.Attempts[^1].Exception)))
        {
            yield return $"not the original exception: {exception.GetType().Name} {(exception as VendorErrorException)?.Decision}";
        }
    }

    /// <summary>A write that any attempt executed, or the first address of a redirect, has not "no effect", whatever the last answer says of itself.</summary>
    private static string? EffectNoneOfWhatWasExecuted(CallLog log, VendorResult result)
    {
        bool wasExecuted = log.Attempts.Count > 0 && (log.Attempts[^1].WasExecuted
            || (log.Call.Operation.Safety != OperationSafety.Read && log.Attempts.Any(attempt => attempt.WasExecuted || attempt.WasExecutedBefore)));
        return wasExecuted && result.Effect == Effect.None ? $"effect none is reported of what was executed: {result}" : null;
    }

    private static bool WasUnderstood(Attempt attempt) => attempt.Content is { BreaksWith: null } content && content.Bytes.AsSpan().EndsWith("}"u8);

    private static IEnumerable<string> ReadAgain(HttpResponseMessage response, ChoppyContent content, bool isSync)
    {
        using var copy = new MemoryStream();
        Exception? thrown = null;
        try
        {
            using Stream body = Asset.IsForNet ? response.Content.ReadAsStream() : response.Content.ReadAsStreamAsync().GetAwaiter().GetResult();
            body.CopyTo(copy);
        }
#pragma warning disable CA1031 // Whatever comes is judged.
        catch (Exception e)
#pragma warning restore CA1031
        {
            thrown = e;
        }

        if (isSync && thrown is IOException { InnerException: OperationCanceledException })
        {
            // A synchronous read that takes too long can only be ended with its stream.
            yield break;
        }

        if (!copy.GetBuffer().AsSpan(0, (int)copy.Length).SequenceEqual(content.Bytes))
        {
            yield return $"the caller reads {copy.Length} bytes of {content.Bytes.Length}, or others ({thrown})";
        }

        if (!ReferenceEquals(thrown, content.BreaksWith))
        {
            yield return $"reading ends with {thrown?.GetType().Name ?? "the end"} where the vendor's ended with {content.BreaksWith?.GetType().Name ?? "the end"}";
        }
    }
}
