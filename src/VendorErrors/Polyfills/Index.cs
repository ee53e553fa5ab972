#if !NET
namespace System;

/// <summary>Lets <c>^1</c> compile for .NET Standard.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;

    public static implicit operator Index(int value) => new(value);
}
#endif
