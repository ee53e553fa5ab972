using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace VendorErrors.Http.Clients;

/// <summary>Nothing but a place for the check of a client's handlers at the start of a host, under the client's name.</summary>
internal sealed class ClientCheck
{
    /// <summary>Puts the chain of handlers together once, so that one that would multiply the attempts is refused at the start and not with the first call.</summary>
    internal sealed class Validator(IServiceProvider provider, string client) : IValidateOptions<ClientCheck>
    {
        public ValidateOptionsResult Validate(string? name, ClientCheck options)
        {
            if (name != client)
            {
                return ValidateOptionsResult.Skip;
            }

            try
            {
                PutTogether();
                return ValidateOptionsResult.Success;
            }
            catch (InvalidOperationException e) when (e.Message.Contains(nameof(VendorErrorOptions.AllowOtherRetries), StringComparison.Ordinal))
            {
                return ValidateOptionsResult.Fail(e.Message);
            }
#pragma warning disable CA1031 // Handlers of the application that cannot be made yet report that themselves when they are used.
            catch (Exception)
#pragma warning restore CA1031
            {
                return ValidateOptionsResult.Success;
            }
        }

        /// <summary>
        /// As the factory does it, but not by the factory, which keeps what it made: also the exception of a handler that cannot be made yet. The
        /// handlers are of no chain and are never used; those of the scope go with it.
        /// </summary>
        private void PutTogether()
        {
            HttpClientFactoryOptions options = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(client);
            using IServiceScope? scope = options.SuppressHandlerScope ? null : provider.CreateScope();
            IServiceProvider services = scope?.ServiceProvider ?? provider;
            HttpMessageHandlerBuilder builder = services.GetRequiredService<HttpMessageHandlerBuilder>();
            builder.Name = client;
            Action<HttpMessageHandlerBuilder> configure = chain =>
            {
                foreach (Action<HttpMessageHandlerBuilder> action in options.HttpMessageHandlerBuilderActions)
                {
                    action(chain);
                }
            };

            foreach (IHttpMessageHandlerBuilderFilter filter in provider.GetServices<IHttpMessageHandlerBuilderFilter>().Reverse())
            {
                configure = filter.Configure(configure);
            }

            configure(builder);
        }
    }
}
