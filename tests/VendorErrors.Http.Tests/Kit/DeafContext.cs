namespace VendorErrors.Http.Tests.Kit;

/// <summary>A context whose thread is busy for ever.</summary>
internal sealed class DeafContext : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
    }
}
