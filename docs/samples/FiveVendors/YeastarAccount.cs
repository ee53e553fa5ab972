namespace FiveVendors;

/// <summary>The API credentials of a PBX.</summary>
/// <param name="ClientId">The client id, which get_token calls the user name.</param>
/// <param name="ClientSecret">The client secret, which get_token calls the password.</param>
internal sealed record YeastarAccount(string ClientId, string ClientSecret);
