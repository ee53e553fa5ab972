namespace VendorErrors.Http.Tests.Sockets;

/// <summary>What a <see cref="RawVendor"/> does with the connection after its bytes.</summary>
internal enum RawEnd
{
    /// <summary>It reads the next request.</summary>
    KeepAlive,

    /// <summary>It closes the connection in order (FIN).</summary>
    Close,

    /// <summary>It resets the connection (RST).</summary>
    Reset,

    /// <summary>It sends nothing more until the client leaves or the vendor is disposed of.</summary>
    Stall,
}
