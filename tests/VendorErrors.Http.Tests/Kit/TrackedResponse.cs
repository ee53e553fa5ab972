namespace VendorErrors.Http.Tests.Kit;

/// <summary>A response that knows whether it was disposed.</summary>
internal sealed class TrackedResponse(System.Net.HttpStatusCode status) : HttpResponseMessage(status)
{
    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
