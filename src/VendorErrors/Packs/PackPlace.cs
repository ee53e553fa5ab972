using System.Runtime.InteropServices;

namespace VendorErrors.Packs;

/// <summary>Where a part of a pack was read.</summary>
/// <param name="Position">Where it begins in the file, in bytes.</param>
/// <param name="Path">Where it is in the JSON, such as <c>envelopes[0]</c>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PackPlace(int Position, string Path);
