using System.Net;

namespace VendorErrors.Http.Tests.Proof;

/// <summary>A response's content that knows what it gave and whether it was disposed.</summary>
internal sealed class ChoppyContent : HttpContent
{
    private readonly ChoppyStream _stream;

    public ChoppyContent(byte[] bytes, Step step, Exception? breaksWith, FlowClock clock)
    {
        Bytes = bytes;
        BreaksWith = breaksWith;
        _stream = new ChoppyStream(bytes, step, breaksWith, clock);
    }

    /// <summary>What the vendor sent.</summary>
    public byte[] Bytes { get; }

    /// <summary>What the connection broke with after that; null where the body ends.</summary>
    public Exception? BreaksWith { get; }

    public bool IsDisposed { get; private set; }

    public bool WasReadToEnd => _stream.WasReadToEnd;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _stream.CopyToAsync(stream);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(_stream);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => _stream;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
