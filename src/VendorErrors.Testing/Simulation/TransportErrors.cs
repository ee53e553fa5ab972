using System.Net.Sockets;

namespace VendorErrors.Testing.Simulation;

/// <summary>What <see cref="HttpClient"/> throws when the connection fails.</summary>
internal static class TransportErrors
{
    internal static HttpRequestException Of(StepKind kind) => kind == StepKind.Refuse ? Refused() : Dropped();

    internal static IOException Cut() =>
#if NET
        new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
#else
        new("The response ended prematurely.");
#endif

    private static HttpRequestException Refused()
    {
        var socket = new SocketException((int)SocketError.ConnectionRefused);
#if NET
        return new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused by the simulated vendor.", socket);
#else
        return new HttpRequestException("Connection refused by the simulated vendor.", socket);
#endif
    }

    private static HttpRequestException Dropped() =>
#if NET
        new(HttpRequestError.ResponseEnded, "The simulated vendor closed the connection.", Cut());
#else
        new("The simulated vendor closed the connection.", Cut());
#endif
}
