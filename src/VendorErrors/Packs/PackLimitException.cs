namespace VendorErrors.Packs;

/// <summary>A pack is more than one may be. The fault is noted already; nothing after it is read.</summary>
internal sealed class PackLimitException : Exception;
