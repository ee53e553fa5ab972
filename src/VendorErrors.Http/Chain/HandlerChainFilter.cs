using System.Collections.Concurrent;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging.Abstractions;
using VendorErrors.Http.Clients;
using VendorErrors.Http.Options;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Chain;

/// <summary>Looks at the finished chain of each client that has our handler: refuses what would multiply the attempts, and marks requests before other handlers copy them.</summary>
internal sealed class HandlerChainFilter(VendorClients clients) : IHttpMessageHandlerBuilderFilter
{
    // Chains are made again every few minutes; what could not be looked into is reported with the first.
    private readonly ConcurrentDictionary<string, bool> _reported = new(StringComparer.Ordinal);

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next)
    {
        _ = next ?? throw new ArgumentNullException(nameof(next));
        return builder =>
        {
            next(builder);
            int at = builder.AdditionalHandlers.ToList().FindIndex(handler => handler is VendorErrorHandler);
            if (at < 0)
            {
                return;
            }

            VendorClient client = clients.Get(builder.Name ?? string.Empty);
            IEnumerable<HttpMessageHandler> primary = builder.PrimaryHandler is DelegatingHandler outermost ? [outermost, .. HandlerChain.Inside(outermost)] : [];
            client.CheckHandlers(OtherHandlers.Look([.. builder.AdditionalHandlers, .. primary], client.Name), _reported.TryAdd(client.Name, true) ? client.Logger : NullLogger.Instance);
            if (at > 0)
            {
                builder.AdditionalHandlers.Insert(0, new RequestMarkHandler());
            }
        };
    }
}
