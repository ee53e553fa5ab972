namespace VendorErrors.Retries;

/// <summary>What a decision is based on. The default value is an answer that came now.</summary>
public enum DecisionSource
{
    /// <summary>The answer to this very request, or the failure of its transport.</summary>
    Answer = 0,

    /// <summary>The entry of the call ledger: an earlier delivery of the same call was sent, and this one was not.</summary>
    Ledger = 1,
}
