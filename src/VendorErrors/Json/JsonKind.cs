namespace VendorErrors.Json;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind : byte
{
    Missing = 0,
    Null,
    True,
    False,
    Number,
    Text,
    Object,
    Array,
}
