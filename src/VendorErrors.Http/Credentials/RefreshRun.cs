namespace VendorErrors.Http.Credentials;

/// <summary>How a client would have its credential refreshed; the one that comes first has its way.</summary>
/// <param name="Refresher">Who refreshes.</param>
/// <param name="Time">The client's clock.</param>
/// <param name="Limit">How long it may take.</param>
/// <param name="Report">Called once when it is over, with whether there is a new credential, and otherwise why not.</param>
internal sealed record RefreshRun(ICredentialRefresher Refresher, TimeProvider Time, TimeSpan Limit, Action<bool, string> Report);
