#if !NET
namespace System;

/// <summary>Lets <c>a..b</c> compile for .NET Standard; the compiler turns it into a slice.</summary>
internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;

    public static Range StartAt(Index start) => new(start, new Index(0, fromEnd: true));

    public static Range EndAt(Index end) => new(0, end);
}
#endif
