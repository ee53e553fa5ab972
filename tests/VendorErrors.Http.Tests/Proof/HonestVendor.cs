using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace VendorErrors.Http.Tests.Proof;

/// <summary>A vendor that follows a script, and never lies: what it calls refused was not executed, and what it calls done was.</summary>
internal sealed class HonestVendor(Script script) : HttpMessageHandler
{
    internal const string CallHeader = "X-Call";
    internal const string TokenHeader = "X-Token";
    internal const string KeyHeader = "Idempotency-Key";

    /// <summary>The calls by their ids.</summary>
    public ConcurrentDictionary<string, CallLog> Logs { get; } = new(StringComparer.Ordinal);

    /// <summary>The versions of the token that were told to have timed out.</summary>
    public ConcurrentDictionary<int, bool> ExpiredTokens { get; } = new();

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        return Serve(request, body.ToArray(), out _);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        if (request.Content is { } content)
        {
            await content.CopyToAsync(body, cancellationToken);
        }

        HttpResponseMessage response = Serve(request, body.ToArray(), out Step step);
        if (step.Yields)
        {
            await Task.Yield();
        }

        return response;
    }

    private HttpResponseMessage Serve(HttpRequestMessage request, byte[] body, out Step step)
    {
        CallLog log = Logs[request.Headers.GetValues(CallHeader).Single()];
        int token = int.Parse(request.Headers.GetValues(TokenHeader).Single(), CultureInfo.InvariantCulture);
        step = log.Call.Steps[Math.Min(log.Attempts.Count, log.Call.Steps.Count - 1)];
        var attempt = new Attempt
        {
            StartedAt = log.Clock.Peek(),
            Body = body,
            Token = token,
            InsideHeaders = request.Headers.TryGetValues(InsiderHandler.GrowingHeader, out IEnumerable<string>? inside) ? inside.Count() : 0,
            Key = request.Headers.TryGetValues(KeyHeader, out IEnumerable<string>? keys) ? string.Join(',', keys) : null,
        };
        log.Attempts.Add(attempt);
        log.Clock.Advance(step.Latency);
        log.Clock.Set(step.SetsTheClock);
        if (step.RedirectStatus != 0)
        {
            Redirect(request, attempt, step);
        }

        if (step.Fault != Fault.None)
        {
            attempt.WasExecuted = step.Executes && !Faults.IsNeverSent(step.Fault);
            attempt.Exception = Faults.Of(step.Fault);
            throw attempt.Exception;
        }

        KnownAnswer answer = token < script.ValidFrom && script.Vendor == Vendor.YeastarPSeries
            ? KnownAnswers.Of[Vendor.YeastarPSeries].First(known => known.IsTokenExpired)
            : step.Answer;
        attempt.WasExecuted = answer.Claim switch { Claim.Executed => true, Claim.Refused => false, _ => step.Executes };
        attempt.SaidTokenExpired = answer.IsTokenExpired;
        if (answer.IsTokenExpired)
        {
            ExpiredTokens[token] = true;
        }

        return attempt.Response = Respond(request, log, attempt, step, answer);
    }

    /// <summary>Sends the client on, which the transport follows in the very message.</summary>
    private static void Redirect(HttpRequestMessage request, Attempt attempt, Step step)
    {
        attempt.WasRedirected = true;
        attempt.WasExecutedBefore = step.RedirectExecutes;
        if (step.RedirectStatus is 302 or 303 && request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
        {
            request.Method = HttpMethod.Get;
            request.Content = null;
        }

        request.Headers.Authorization = null;
        request.RequestUri = new Uri(request.RequestUri!, "/elsewhere");
    }

    private HttpResponseMessage Respond(HttpRequestMessage request, CallLog log, Attempt attempt, Step step, KnownAnswer answer)
    {
        DateTimeOffset until = FlowTime.Start + log.Clock.Peek() + TimeSpan.FromSeconds(step.BodySeconds);
        byte[] whole = request.Method == HttpMethod.Head ? [] : answer.Bytes(step.BodySeconds, until.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        byte[] bytes = whole[..(whole.Length * step.CutAt / 100)];
        Exception? breaksWith = step.BreaksAtCut && bytes.Length < whole.Length ? new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.") : null;
        attempt.Content = new ChoppyContent(bytes, step, breaksWith, log.Clock);
        if (answer.Text.Length > 0)
        {
            attempt.Content.Headers.ContentType = new MediaTypeHeaderValue(answer.MediaType, "utf-8");
        }

        if (answer.Encoding is { } encoding)
        {
            attempt.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = attempt.Content, RequestMessage = request };

        // Beyond the patience with an error body, or the time of the call, nobody reads it to its end.
        TimeSpan takes = step.ChunkTime * Math.Ceiling(bytes.Length / (double)step.ChunkBytes);
        TimeSpan left = (script.Options.TotalTimeout ?? TimeSpan.MaxValue) - (log.Clock.Peek() - log.StartedAt);
        bool isInTime = takes < TimeSpan.FromSeconds(9) && takes < left * 0.9;
        bool isWhole = bytes.Length == whole.Length && request.Method != HttpMethod.Head && isInTime;
        attempt.Said = isWhole && !(answer.Claim == Claim.Executed && answer.Status >= 500) ? answer.Claim : Claim.Nothing;
        attempt.HidesFailure = isWhole && answer is { Status: 200 or 201, Claim: Claim.Nothing };
        attempt.NotBefore = Hints(response, log.Clock.Peek(), step, answer, isWhole, until);
        return response;
    }

    /// <summary>Writes the hints into the headers, and says before when the answer as a whole asks not to be called again.</summary>
    private TimeSpan? Hints(HttpResponseMessage response, TimeSpan now, Step step, KnownAnswer answer, bool bodyIsReadable, DateTimeOffset until)
    {
        // The vendor's clock, which is right.
        response.Headers.Date = FlowTime.Start + now;
        var hints = new List<TimeSpan>();
        if (step.RetryAfterSeconds is { } seconds)
        {
            // A date has whole seconds: the next one, so that it says no less.
            DateTimeOffset date = FlowTime.Start + TimeSpan.FromSeconds(Math.Ceiling(now.TotalSeconds) + seconds);
            response.Headers.TryAddWithoutValidation("Retry-After", step.RetryAfterIsDate ? date.ToString("R", CultureInfo.InvariantCulture) : seconds.ToString(CultureInfo.InvariantCulture));
            hints.Add(step.RetryAfterIsDate ? date - FlowTime.Start : now + TimeSpan.FromSeconds(seconds));
        }

        if (step.ResetSeconds is { } reset && script.Vendor == Vendor.Dialnexa)
        {
            response.Headers.TryAddWithoutValidation("X-RateLimit-Reset", reset.ToString(CultureInfo.InvariantCulture));

            // Retry-After comes first in the order of sources; a reset is of a limit alone.
            if (answer.IsLimit && step.RetryAfterSeconds is null)
            {
                hints.Add(now + TimeSpan.FromSeconds(reset));
            }
        }

        if (bodyIsReadable)
        {
            hints.Add(now + TimeSpan.FromSeconds(answer.RowSeconds));
            if (answer.HasSentence)
            {
                hints.Add(now + TimeSpan.FromSeconds(step.BodySeconds));
            }

            if (answer.Text.Contains("{until}", StringComparison.Ordinal) && step.RetryAfterSeconds is null)
            {
                hints.Add(until - FlowTime.Start);
            }
        }

        return hints.Count == 0 ? null : hints.Max();
    }
}
