using System.Globalization;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The options as docs/http-client.md prints them; <see cref="HttpPageTests"/> holds them against the code.</summary>
internal static class OptionTable
{
    private const int Mebi = 1024 * 1024;
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    internal static IReadOnlyList<OptionRow> Rows { get; } =
    [
        new("Mode", "", "`Active`, `Observe`", "whether the handler acts, or only classifies, logs and measures", [o => o.Mode = HandlerMode.Observe], [o => o.Mode = (HandlerMode)2]),
        new("MaxRetryAttempts", "retries", "0 to 100", "the most retries of one request; a vendor's row may allow fewer", [o => o.MaxRetryAttempts = 0, o => o.MaxRetryAttempts = 100], [o => o.MaxRetryAttempts = -1, o => o.MaxRetryAttempts = 101]),
        new("MaxWait", "time", "`BaseDelay` to below 1 day", "the longest single wait; a longer one is refused", [o => o.MaxWait = o.BaseDelay, o => o.MaxWait = s_day - s_tick], [o => o.MaxWait = o.BaseDelay - s_tick, o => o.MaxWait = s_day]),
        new("ClampWait", "", "", "cut a longer wait to `MaxWait` instead; it is then shorter than the vendor asked for", [o => o.ClampWait = true], []),
        new("BaseDelay", "time", "above 0", "the first backoff, doubled each time, with full jitter", [o => o.BaseDelay = s_tick], [o => o.BaseDelay = TimeSpan.Zero]),
        new("MaxDelay", "time", "`BaseDelay` to below 1 day", "the longest backoff", [o => o.MaxDelay = o.BaseDelay, o => o.MaxDelay = s_day - s_tick], [o => o.MaxDelay = o.BaseDelay - s_tick, o => o.MaxDelay = s_day]),
        new("TotalTimeout", "time", "above 0 to below 1 day, or null", "the time for the whole request: a wait that does not fit is refused, an attempt that runs is canceled", [o => o.TotalTimeout = s_tick, o => o.TotalTimeout = s_day - s_tick, o => o.TotalTimeout = null], [o => o.TotalTimeout = TimeSpan.Zero, o => o.TotalTimeout = s_day]),
        new("AttemptTimeout", "time", "above 0 to below 1 day, or null", "the time for one attempt, up to the verdict", [o => o.AttemptTimeout = s_tick, o => o.AttemptTimeout = s_day - s_tick], [o => o.AttemptTimeout = TimeSpan.Zero, o => o.AttemptTimeout = s_day]),
        new("PeekLimit", "bytes", "1024 to 16777216", "how far a 2xx is looked into", [o => o.PeekLimit = 1024, o => o.PeekLimit = 16 * Mebi], [o => o.PeekLimit = 1023, o => o.PeekLimit = (16 * Mebi) + 1]),
        new("ErrorBodyLimit", "bytes", "1024 to 16777216", "how far an error body is read", [o => o.ErrorBodyLimit = 1024, o => o.ErrorBodyLimit = 16 * Mebi], [o => o.ErrorBodyLimit = 1023, o => o.ErrorBodyLimit = (16 * Mebi) + 1]),
        new("ReplayLimit", "bytes", "0 to 16777216", "how much of a content is copied while it is first sent, for a replay, where it is not in memory anyway", [o => o.ReplayLimit = 0, o => o.ReplayLimit = 16 * Mebi], [o => o.ReplayLimit = -1, o => o.ReplayLimit = (16 * Mebi) + 1]),
        new("ThrowOnFailure", "", "", "throw `VendorErrorException` for a failure instead of returning the response or throwing the original exception", [o => o.ThrowOnFailure = true], []),
        new("AcceptPartialSuccess", "", "", "with `ThrowOnFailure`, return a partial success instead of throwing it too", [o => o.AcceptPartialSuccess = true], []),
        new("AllowOtherRetries", "", "", "allow a retrying or hedging handler beside this one", [o => o.AllowOtherRetries = true], []),
        new("AllowNoCredentialRefresher", "", "", "allow a client without a refresher, where the vendor's credentials expire", [o => o.AllowNoCredentialRefresher = true], []),
        new("Account", "", "not null", "the account that cooldown and retry budget belong to; never a secret, it is written to logs", [o => o.Account = "a"], [o => o.Account = null!]),
        new("Cooldown", "", "`Wait`, `FailFast`, `Off`", "what requests do while the account cools down", [o => o.Cooldown = CooldownMode.FailFast, o => o.Cooldown = CooldownMode.Off], [o => o.Cooldown = (CooldownMode)3]),
        new("MaxCooldown", "time", "above 0 to 31 days", "the longest cooldown; then one request asks again", [o => o.MaxCooldown = s_tick, o => o.MaxCooldown = 31 * s_day], [o => o.MaxCooldown = TimeSpan.Zero, o => o.MaxCooldown = (31 * s_day) + s_tick]),
        new("RetryBudgetRatio", "retries", "0 to 1", "what one request adds to the retry budget", [o => o.RetryBudgetRatio = 0, o => o.RetryBudgetRatio = 1], [o => o.RetryBudgetRatio = -0.1, o => o.RetryBudgetRatio = 1.1, o => o.RetryBudgetRatio = double.NaN]),
        new("RetryBudgetReserve", "retries", "1 or more", "the most that the budget holds, and holds at the start", [o => o.RetryBudgetReserve = 1], [o => o.RetryBudgetReserve = 0]),
        new("RefreshTimeout", "time", "above 0 to below 1 day", "the time for a credential refresh", [o => o.RefreshTimeout = s_tick, o => o.RefreshTimeout = s_day - s_tick], [o => o.RefreshTimeout = TimeSpan.Zero, o => o.RefreshTimeout = s_day]),
        new("AddIdempotencyKey", "", "", "add a key to non-idempotent writes alone, where the vendor's definition names a header for it, and to the operations that honor it alone", [o => o.AddIdempotencyKey = true], []),
        new("Codes", "", "known categories", "codes that are added or read otherwise, see below", [o => o.Codes["1"] = new CodeOverlay { Category = "RateLimited" }], [o => o.Codes["1"] = new CodeOverlay { Category = "Nonsense" }]),
        new("Authorize", "", "not beside `AuthorizeAsync`", "puts the present credential on a request, before each attempt", [o => o.Authorize = _ => { }], [o => (o.Authorize, o.AuthorizeAsync) = (_ => { }, (_, _) => default)]),
        new("AuthorizeAsync", "", "not beside `Authorize`", "the same for a credential that has to be fetched; its time is the attempt's", [o => o.AuthorizeAsync = (_, _) => default], [o => (o.Authorize, o.AuthorizeAsync) = (_ => { }, (_, _) => default)]),
    ];

    internal static string Markdown()
    {
        var options = new VendorErrorOptions();
        var text = new StringBuilder("| option | default | unit | range | what |\n|---|---|---|---|---|\n");
        foreach (OptionRow row in Rows)
        {
            string value = DefaultOf(typeof(VendorErrorOptions).GetProperty(row.Name)!.GetValue(options));
            text.Append(CultureInfo.InvariantCulture, $"| `{row.Name}` | {value} | {row.Unit} | {row.Range} | {row.What} |\n");
        }

        return text.ToString();
    }

    private static string DefaultOf(object? value) => value switch
    {
        null => "none",
        "" => "one account",
        bool flag => flag ? "yes" : "no",
        TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s"),
        HandlerMode or CooldownMode => $"`{value}`",
        System.Collections.IDictionary => "none",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
