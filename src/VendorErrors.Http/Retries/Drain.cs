using System.Buffers;

namespace VendorErrors.Http.Retries;

/// <summary>Reads the rest of a response that nobody wants, so that its connection can be used again; gives up beyond a bound of bytes or of time.</summary>
internal static class Drain
{
    /// <summary>How much is read at most: 64 KiB. Beyond that a new connection is cheaper.</summary>
    internal const int MaxBytes = 64 * 1024;

    /// <summary>How long it may take: 1 second.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    internal static async ValueTask ToEndAsync(HttpContent content, bool isAsync, CancellationToken callersToken)
    {
        // The clock of the machine on purpose: this is about a socket, not about the policy.
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(callersToken);
        patience.CancelAfter(Patience);
        CancellationToken cancellationToken = patience.Token;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(8 * 1024);
        try
        {
            Stream stream = isAsync ? await content.ReadAsStreamAsync(
#if NET
                cancellationToken
#endif
                ).ConfigureAwait(false) :
#if NET
                content.ReadAsStream(cancellationToken);
#else
                content.ReadAsStreamAsync().GetAwaiter().GetResult();
#endif
            using CancellationTokenRegistration registration = isAsync ? default : cancellationToken.Register(static open => ((Stream)open!).Dispose(), stream);
            var total = 0;
            int read;
            do
            {
                read = isAsync
#if NET
                    ? await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)
#else
                    ? await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)
#endif
                    : stream.Read(buffer, 0, buffer.Length);
                total += read;
            }
            while (read > 0 && total < MaxBytes);
        }
#pragma warning disable CA1031 // It is dropped anyway: a label that lies about the bytes must not lose the retry.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
