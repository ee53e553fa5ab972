namespace VendorErrors.Comparison.Contestants;

/// <summary>The handlers of a <see cref="StandardClient"/>, which it disposes of with itself.</summary>
internal sealed class StandardClientHandler(StandardClient client) : DelegatingHandler(client.CreateHandler())
{
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            client.Dispose();
        }
    }
}
