namespace VendorErrors.Http.Tests.Proof;

/// <summary>One attempt as the vendor saw it.</summary>
internal sealed class Attempt
{
    public TimeSpan StartedAt { get; init; }

    public string? Key { get; init; }

    public int Token { get; init; }

    public byte[]? Body { get; init; }

    public bool WasExecuted { get; set; }

    /// <summary>Whether the first address executed it, before it sent the client on to the one that answered.</summary>
    public bool WasExecutedBefore { get; set; }

    public bool WasRedirected { get; set; }

    /// <summary>How often a handler inside left its header on it.</summary>
    public int InsideHeaders { get; init; }

    /// <summary>Before when the answer asks not to be called again; null where it asks for nothing.</summary>
    public TimeSpan? NotBefore { get; set; }

    public Exception? Exception { get; set; }

    public HttpResponseMessage? Response { get; set; }

    public ChoppyContent? Content { get; set; }

    /// <summary>What the answer says, where all of it reached the client; nothing for a HEAD, which has no body.</summary>
    public Claim Said { get; set; }

    /// <summary>Whether it says under a 2xx that something failed, or is not the vendor's at all, and all of it reached the client.</summary>
    public bool HidesFailure { get; set; }

    public bool SaidTokenExpired { get; set; }
}
