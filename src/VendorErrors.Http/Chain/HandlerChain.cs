using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Chain;

/// <summary>The handlers inside ours, down to the transport.</summary>
internal static class HandlerChain
{
    /// <summary>The handlers inside one, in the order in which a request meets them.</summary>
    internal static IEnumerable<HttpMessageHandler> Inside(DelegatingHandler handler)
    {
        for (HttpMessageHandler? inner = handler.InnerHandler; inner is not null; inner = (inner as DelegatingHandler)?.InnerHandler)
        {
            yield return inner;
        }
    }

    /// <summary>
    /// Puts a guard as near to the transport as can be, before the first request. A handler inside that was used before, by another chain,
    /// takes no new inner handler; then the guard goes in front of it.
    /// </summary>
    internal static AttemptGuard AddGuard(DelegatingHandler handler)
    {
        var guard = new AttemptGuard();
        foreach (DelegatingHandler last in Inside(handler).OfType<DelegatingHandler>().Reverse().Append(handler))
        {
            if (last.InnerHandler is not { } transport || last is AttemptGuard)
            {
                continue;
            }

            guard.InnerHandler = transport;
            try
            {
                last.InnerHandler = guard;
                return guard;
            }
            catch (InvalidOperationException)
            {
                // Used already; the next one outside of it is nearer than none.
            }
        }

        return guard;
    }
}
