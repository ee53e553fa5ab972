using System.Net.Sockets;
using Polly.Timeout;
using VendorErrors.Classification;

namespace VendorErrors.Http.Retries;

/// <summary>
/// Finds the phase in which a transport failed: never sent (name resolution, connection, TLS, proxy), so that nothing can have happened, or perhaps
/// sent (reset, early end, timeout), so that nobody knows.
/// </summary>
internal static class TransportFailure
{
    // RFC 9113, section 7, and RFC 9114, section 8.1: the server did not process the request.
    private const long RefusedStream = 0x7;
    private const long RequestRejected = 0x10b;

    /// <summary>What the exception of an attempt means; <see langword="null"/> where it is no failure of the transport.</summary>
    /// <param name="call">The call.</param>
    /// <param name="exception">The exception, thrown before any response.</param>
    /// <param name="hasRunOut">Whether the attempt's own time is over.</param>
    /// <param name="callersToken">The caller's token.</param>
    internal static VendorResult? Classify(VendorCall call, Exception exception, bool hasRunOut, CancellationToken callersToken)
    {
        Effect effect = call.WasNeverSent ? Effect.None : Effect.Unknown;
        switch (exception)
        {
            case OperationCanceledException when callersToken.IsCancellationRequested:
                return Create(call, ErrorCategory.Cancelled, effect, exception, effect == Effect.None ? "the caller canceled before it was sent" : "the caller canceled");
            case OperationCanceledException or TimeoutException or TimeoutRejectedException:
                return Create(call, ErrorCategory.ClientTimeout, effect, exception, hasRunOut ? "our own timeout ran out" : "a timeout of a handler inside ran out");
            case HttpRequestException when StatusOf(exception) is { } status:
                VendorResult byStatus = call.Engine.Vendor.Classify(new VendorResponse(status, default) { Method = call.Request.Method, Path = call.Request.Path });
                return byStatus.IsFailure && !call.IsContradicted(status) ? byStatus : Create(call, ErrorCategory.TransportFailure, effect, exception, "the answer was refused by a handler inside");
            case HttpRequestException or IOException or SocketException:
                // What a handler inside throws after an answer, such as of a service of its own, says nothing about this request.
                effect = WasNeverSent(exception) && !call.IsContradicted(status: 0) ? Effect.None : effect;
                return Create(
                    call,
                    ErrorCategory.TransportFailure,
                    effect,
                    exception,
                    effect == Effect.None ? "the request was never sent, or not processed" : "the connection broke, and the request may have been sent");
            default:
                return null;
        }
    }

    /// <summary>The status of a handler inside that throws on failures, as <c>EnsureSuccessStatusCode</c> does.</summary>
    internal static int? StatusOf(Exception exception) =>
#if NET
        (int?)(exception as HttpRequestException)?.StatusCode;
#else
        null;
#endif

    /// <summary>Whether the exception itself says that the vendor did not process the request.</summary>
    internal static bool WasNeverSent(Exception exception)
    {
#if NET
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is HttpProtocolException { ErrorCode: RefusedStream or RequestRejected })
            {
                return true;
            }
        }

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

    private static VendorResult Create(VendorCall call, ErrorCategory category, Effect effect, Exception exception, string rule) =>
        TransportResult.Create(
            call.Engine.Vendor, category, effect, Confidence.Family, new Evidence(EvidenceSource.Transport, EvidenceVerdict.Won, "exception", NameOf(exception), rule));

    // The name alone: messages of exceptions hold addresses.
    private static string NameOf(Exception exception) =>
#if NET
        exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request ? request.HttpRequestError.ToString() :
#endif
        exception.GetType().Name;
}
