namespace VendorErrors.Http.Tests.Proof;

/// <summary>A request's stream that can be read once and not be rewound, as of an upload.</summary>
internal sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
