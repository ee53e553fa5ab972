using FluentAssertions;
using VendorErrors.Json.Simd;
using Xunit;

namespace VendorErrors.Tests.Json;

public class BlockTests
{
    [Fact]
    public void Pad_OverAnOlderBlock_LeavesNothingOfIt()
    {
        byte[] block = new byte[Block.Size];
        block.AsSpan().Fill((byte)'"');

        byte[] padded = Block.Pad("{}"u8, block).ToArray();

        padded.Should().HaveCount(Block.Size).And.StartWith("{}"u8.ToArray());
        padded[2..].Should().OnlyContain(filling => filling == 0);
    }
}
