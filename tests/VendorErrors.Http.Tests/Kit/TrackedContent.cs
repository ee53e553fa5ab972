namespace VendorErrors.Http.Tests.Kit;

/// <summary>A content that knows whether it was disposed, and reads its stream live, as one from a socket does.</summary>
internal sealed class TrackedContent : StreamContent
{
    private readonly Stream _stream;

    public TrackedContent(Stream stream)
        : base(stream) => _stream = stream;

    public bool IsDisposed { get; private set; }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(_stream);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => _stream;

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
