using System.Globalization;

namespace VendorErrors.Http.Tests.Sockets;

/// <summary>What a <see cref="RawVendor"/> does after it has executed a request.</summary>
/// <param name="Text">The bytes that it sends, as Latin-1.</param>
/// <param name="End">What it does with the connection then.</param>
internal sealed record RawStep(string Text, RawEnd End)
{
    /// <summary>HTTP 200 with a short body; the connection is kept.</summary>
    internal static RawStep Ok { get; } = Answer(200, "{}");

    /// <summary>Closes the connection before the status line.</summary>
    internal static RawStep Close { get; } = new(string.Empty, RawEnd.Close);

    /// <summary>Resets the connection before the status line.</summary>
    internal static RawStep Reset { get; } = new(string.Empty, RawEnd.Reset);

    /// <summary>Never answers.</summary>
    internal static RawStep Silence { get; } = new(string.Empty, RawEnd.Stall);

    /// <summary>A whole answer; the connection is kept. Each header is a line without its end.</summary>
    internal static RawStep Answer(int status, string body, params string[] headers) =>
        new(Head(status, [.. headers, Length(Encoding.Latin1.GetByteCount(body))]) + body, RawEnd.KeepAlive);

    /// <summary>The head of an answer, and never its body.</summary>
    internal static RawStep StallAfterHeaders(int status, params string[] headers) => new(Head(status, [.. headers, Length(2)]), RawEnd.Stall);

    private static string Head(int status, IEnumerable<string> headers) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Scripted\r\n") + string.Concat(headers.Select(header => header + "\r\n")) + "\r\n";

    private static string Length(int bytes) => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes}");
}
