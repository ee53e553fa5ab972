using System.Net.Sockets;
using Polly.Timeout;
using VendorErrors.Rules;

namespace VendorErrors.Http.Retries;

/// <summary>
/// Tells a failed transport's phase: never sent (name resolution, connection, TLS, proxy), so that nothing can have happened, or perhaps
/// sent (reset, early end, time-out), so that nobody knows.
/// </summary>
internal static class TransportFailure
{
    /// <summary>What the exception means; <see langword="null"/> where it is no failure of the transport.</summary>
    internal static VendorResult? Classify(Vendor vendor, Exception exception, CancellationToken callersToken)
    {
        switch (exception)
        {
            case OperationCanceledException when callersToken.IsCancellationRequested:
                return Create(vendor, ErrorCategory.Cancelled, Effect.Unknown, exception, "the caller cancelled");
            case OperationCanceledException or TimeoutException or TimeoutRejectedException:
                return Create(vendor, ErrorCategory.ClientTimeout, Effect.Unknown, exception, "our own time-out ran out");
            case HttpRequestException or IOException or SocketException:
                bool neverSent = WasNeverSent(exception);
                return Create(
                    vendor,
                    ErrorCategory.TransportFailure,
                    neverSent ? Effect.None : Effect.Unknown,
                    exception,
                    neverSent ? "the request was never sent" : "the connection broke, and the request may have been sent");
            default:
                return null;
        }
    }

    private static bool WasNeverSent(Exception exception)
    {
#if NET
        if (exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request)
        {
            return request.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                or HttpRequestError.VersionNegotiationError or HttpRequestError.UserAuthenticationError;
        }
#endif

        // Only what can end no open connection: an unreachable network can cut one in the middle of an answer.
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket)
            {
                return socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain;
            }
        }

        return false;
    }

    private static VendorResult Create(Vendor vendor, ErrorCategory category, Effect effect, Exception exception, string rule) =>
        TransportAnswer.Create(
            vendor, category, effect, Confidence.Family, new Evidence(EvidenceSource.Transport, EvidenceVerdict.Won, "exception", NameOf(exception), rule));

    // The name alone: messages of exceptions hold addresses.
    private static string NameOf(Exception exception) =>
#if NET
        exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request ? request.HttpRequestError.ToString() :
#endif
        exception.GetType().Name;
}
