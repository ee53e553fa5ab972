using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Clients;

/// <summary>Whether somebody refreshes a client's credential, where the vendor's definition says that it expires.</summary>
internal static class RefresherCheck
{
    internal static void ThrowIfMissing(string client, VendorEngine engine, ICredentialRefresher? refresher)
    {
        if (refresher is not null || engine.Options is { AllowNoCredentialRefresher: true } or { Mode: HandlerMode.Observe } || !IsExpected(engine.Vendor))
        {
            return;
        }

        string line = engine.Vendor.Id == Vendor.YeastarPSeries.Id ? "AddYeastarTokens(configuration.GetSection(\"PbxTokens\"))" : "AddCredentialRefresher<YourRefresher>()";
        throw new RegistrationException(
            $"The client '{client}' talks to {engine.Vendor.Id}, whose credentials expire, and nobody is registered to refresh them. " +
            $"Add the line: services.AddHttpClient(\"{client}\").{line}; or set VendorErrorOptions.AllowNoCredentialRefresher to have none on purpose.");
    }

    /// <summary>Whether the vendor has a code after which a refresh is expected: that is what the category means.</summary>
    internal static bool IsExpected(Vendor vendor) =>
        vendor.Definition.Codes.Any(section => section.Rows.Any(row => row.Category == ErrorCategory.CredentialExpired));
}
