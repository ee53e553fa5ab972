namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>A store whose time can be moved.</summary>
internal interface ILedgerWorld
{
    ICallLedgerStore Store { get; }

    /// <summary>Lets time pass for an entry, as if everything in the store had been written so much earlier.</summary>
    ValueTask PassAsync(string key, TimeSpan time);

    /// <summary>Takes an entry away, as no store may.</summary>
    ValueTask ForgetAsync(string key);

    /// <summary>A process died that may have written in a transaction which it never committed.</summary>
    ValueTask OnDeathAsync(string actor) => default;
}
