using System.Globalization;

namespace VendorErrors.Http.Tests.Sockets;

/// <summary>Reads the requests of one connection, byte for byte.</summary>
internal sealed class RawRequestReader(Stream stream, int connection) : IDisposable
{
    private const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";

    // Latin-1, where one char is one byte.
    private readonly StreamReader _reader = new(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true);

    /// <summary>The next request; null where the client closed the connection before it was whole.</summary>
    public async Task<RawRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await _reader.ReadLineAsync(cancellationToken) is not { Length: > 0 } start)
        {
            return null;
        }

        if (await ReadHeadersAsync(cancellationToken) is not { } headers)
        {
            return null;
        }

        if (headers.TryGetValue("Expect", out string? expected) && string.Equals(expected, "100-continue", StringComparison.OrdinalIgnoreCase))
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(Continue), cancellationToken);
        }

        string[] words = start.Split(' ');
        return await ReadBodyAsync(headers, cancellationToken) is { } body ? new RawRequest(connection, words[0], words[1], headers, body) : null;
    }

    public void Dispose() => _reader.Dispose();

    private async Task<IReadOnlyDictionary<string, string>?> ReadHeadersAsync(CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await _reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                return headers;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            (string name, string value) = (line[..colon], line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out string? earlier) ? $"{earlier}, {value}" : value;
        }

        return null;
    }

    private async Task<string?> ReadBodyAsync(IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (headers.ContainsKey("Transfer-Encoding"))
        {
            return await ReadChunksAsync(cancellationToken);
        }

        return headers.TryGetValue("Content-Length", out string? length)
            ? await ReadExactlyAsync(int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture), cancellationToken)
            : string.Empty;
    }

    private async Task<string?> ReadChunksAsync(CancellationToken cancellationToken)
    {
        var body = new StringBuilder();
        while (await _reader.ReadLineAsync(cancellationToken) is { } line)
        {
            int size = int.Parse(line.Split(';')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                // The trailers end as headers do.
                return await ReadHeadersAsync(cancellationToken) is null ? null : body.ToString();
            }

            if (await ReadExactlyAsync(size, cancellationToken) is not { } chunk || await _reader.ReadLineAsync(cancellationToken) is null)
            {
                return null;
            }

            body.Append(chunk);
        }

        return null;
    }

    private async Task<string?> ReadExactlyAsync(int length, CancellationToken cancellationToken)
    {
        // The reader would wait for a next byte even where none is asked for.
        if (length == 0)
        {
            return string.Empty;
        }

        var chars = new char[length];
        return await _reader.ReadBlockAsync(chars, cancellationToken) == length ? new string(chars) : null;
    }
}
