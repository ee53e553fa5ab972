using System.Net.Sockets;
using System.Security.Authentication;

namespace VendorErrors.Http.Tests.Proof;

/// <summary>The exceptions that SocketsHttpHandler throws for a fault.</summary>
internal static class Faults
{
    internal static bool IsNeverSent(Fault fault) => fault is Fault.NoSuchHost or Fault.Refused or Fault.Tls;

    internal static Exception Of(Fault fault) => fault switch
    {
        Fault.NoSuchHost => new HttpRequestException(HttpRequestError.NameResolutionError, "no such host", new SocketException((int)SocketError.HostNotFound)),
        Fault.Refused => new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)),
        Fault.Tls => new HttpRequestException(HttpRequestError.SecureConnectionError, "tls", new AuthenticationException("bad certificate")),
        Fault.Reset => Sent(SocketError.ConnectionReset),
        Fault.EarlyEnd => new HttpRequestException(HttpRequestError.ResponseEnded, "ended", new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.")),
        Fault.TimedOut => new TaskCanceledException("timed out", new TimeoutException("timed out")),
        Fault.LostHost => Sent(SocketError.HostUnreachable),
        Fault.LostNetwork => Sent(SocketError.NetworkUnreachable),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    // A failed read of an open connection: no HttpRequestError, an IOException inside.
    private static HttpRequestException Sent(SocketError error) =>
        new("An error occurred while sending the request.", new IOException("Unable to read data from the transport connection.", new SocketException((int)error)));
}
