namespace VendorErrors.Tests.Kit;

/// <summary>A stream that cannot go back, as an upload is.</summary>
internal sealed class OneWayStream(byte[] content) : MemoryStream(content)
{
    public override bool CanSeek => false;
}
