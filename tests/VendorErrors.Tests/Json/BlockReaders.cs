using VendorErrors.Json.Simd;
using Xunit;

namespace VendorErrors.Tests.Json;

/// <summary>
/// Every width of registers, whatever the machine has: where it lacks one, the framework does the same step by step. So no run of
/// the tests depends on the machine, and none needs <c>DOTNET_EnableAVX2=0</c> and the like.
/// </summary>
internal static class BlockReaders
{
    internal static TheoryData<string> Names => new(nameof(Vector128BlockReader), nameof(Vector256BlockReader), nameof(Vector512BlockReader), nameof(BlockReader));

    internal static IBlockReader Get(string reader) => reader switch
    {
        nameof(Vector128BlockReader) => default(Vector128BlockReader),
        nameof(Vector256BlockReader) => default(Vector256BlockReader),
        nameof(Vector512BlockReader) => default(Vector512BlockReader),
        _ => default(BlockReader),
    };

    internal static int Skip(string reader, ReadOnlySpan<byte> json, int start) => reader switch
    {
        nameof(Vector128BlockReader) => Skip<Vector128BlockReader>(json, start),
        nameof(Vector256BlockReader) => Skip<Vector256BlockReader>(json, start),
        nameof(Vector512BlockReader) => Skip<Vector512BlockReader>(json, start),
        _ => Skip<BlockReader>(json, start),
    };

    private static int Skip<TReader>(ReadOnlySpan<byte> json, int start)
        where TReader : struct, IBlockReader =>
        json[start] == (byte)'"' ? JsonSkip.Text<TReader>(json, start + 1) : JsonSkip.Container<TReader>(json, start);
}
