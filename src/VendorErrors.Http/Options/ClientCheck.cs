using Microsoft.Extensions.Options;

namespace VendorErrors.Http.Options;

/// <summary>Nothing but a place for the check of a client's handlers at the start of a host, under the client's name.</summary>
internal sealed class ClientCheck
{
    /// <summary>Makes the chain of handlers once, so that one that would multiply the attempts is refused at the start and not with the first call.</summary>
    internal sealed class Validator(IHttpMessageHandlerFactory factory, string client) : IValidateOptions<ClientCheck>
    {
        public ValidateOptionsResult Validate(string? name, ClientCheck options)
        {
            if (name != client)
            {
                return ValidateOptionsResult.Skip;
            }

            try
            {
                _ = factory.CreateHandler(client);
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
    }
}
