namespace VendorErrors.Http;

/// <summary>
/// What a store of the call ledger throws that knows which kind of failure it was. The kind is written to logs, so it never holds the words of a
/// server, which may name hosts, users and values.
/// </summary>
public sealed class CallLedgerStoreException : Exception
{
    /// <summary>Creates an exception of no kind.</summary>
    public CallLedgerStoreException()
        : this(string.Empty)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="kind">The kind.</param>
    public CallLedgerStoreException(string kind)
        : this(kind, null)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="kind">The kind, in one line, such as <c>SQLSTATE 53100: the disk of PostgreSQL is full</c>.</param>
    /// <param name="innerException">What the client of the server threw.</param>
    public CallLedgerStoreException(string kind, Exception? innerException)
        : base($"The store of the call ledger cannot be used ({kind}).", innerException) => Kind = kind;

    /// <summary>The kind, in one line without the words of the server.</summary>
    public string Kind { get; }
}
