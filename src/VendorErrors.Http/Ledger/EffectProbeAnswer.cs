namespace VendorErrors.Http;

/// <summary>What a vendor says about a call that may have happened. The default value is that it is not known.</summary>
public readonly record struct EffectProbeAnswer
{
    private EffectProbeAnswer(bool? happened, string? vendorId) => (HasHappened, VendorId) = (happened, vendorId);

    /// <summary>The vendor does not say it yet, or at all.</summary>
    public static EffectProbeAnswer NotKnown => default;

    /// <summary>It did not happen, and will not.</summary>
    public static EffectProbeAnswer DidNotHappen => new(happened: false, vendorId: null);

    /// <summary>It happened.</summary>
    /// <param name="vendorId">The vendor's id of what it did, where it says one.</param>
    public static EffectProbeAnswer Happened(string? vendorId = null) => new(happened: true, vendorId);

    /// <summary>Whether it happened; <see langword="null"/> where that is not known.</summary>
    public bool? HasHappened { get; }

    /// <summary>The vendor's id of what it did.</summary>
    public string? VendorId { get; }
}
