using System.Runtime.InteropServices;

namespace VendorErrors.Json;

/// <summary>Where a value is in the body. A text's range leaves the quotes out.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct JsonSlot(JsonKind kind, int start, int length, bool escaped = false)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public JsonKind Kind { get; } = kind;

    /// <summary>Whether a text holds a backslash and has to be decoded.</summary>
    public bool Escaped { get; } = escaped;

    public bool IsPresent => Kind != JsonKind.Missing;

    /// <summary>Whether there is a value, and it is not null.</summary>
    public bool HasValue => Kind > JsonKind.Null;

    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json) => json.Slice(Start, Length);
}
