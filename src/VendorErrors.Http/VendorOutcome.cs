using System.Runtime.CompilerServices;
using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>What was made of a response, kept beside it for as long as it lives.</summary>
internal sealed record VendorOutcome(VendorResult Result, RetryDecision Decision, DateTimeOffset? NotBefore)
{
    private static readonly ConditionalWeakTable<HttpResponseMessage, VendorOutcome> s_outcomes = new();

    internal static void Attach(HttpResponseMessage response, VendorOutcome outcome)
    {
        lock (s_outcomes)
        {
            s_outcomes.Remove(response);
            s_outcomes.Add(response, outcome);
        }

        PlainSuccesses.Clear(response);
    }

    // Each hides what a handler inside may have noted before.
    internal static VendorOutcome? Find(HttpResponseMessage response) =>
        PlainSuccesses.Find(response) ?? (s_outcomes.TryGetValue(response, out VendorOutcome? outcome) ? outcome : null);

    internal VendorErrorException ToException() => new(Result.Error!, Decision, NotBefore);
}
