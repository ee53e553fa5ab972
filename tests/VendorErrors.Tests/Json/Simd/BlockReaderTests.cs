using FluentAssertions;
using VendorErrors.Json.Simd;
using Xunit;

namespace VendorErrors.Tests.Json.Simd;

public class BlockReaderTests
{
    private const int Seed = 20260105;
    private static readonly int s_blocks = Effort.Of(2000);

    public static TheoryData<string> Readers => BlockReaders.Names;

    [Theory]
    [MemberData(nameof(Readers))]
    public void Find_EveryByteAtEveryPlace_IsFoundThereAlone(string name)
    {
        IBlockReader reader = BlockReaders.Get(name);
        for (var value = 0; value < 256; value++)
        {
            for (var place = 0; place < Block.Size; place++)
            {
                byte[] json = [.. Enumerable.Repeat((byte)(value ^ 1), Block.Size + 2)];
                json[place + 1] = (byte)value;

                reader.Find(json, position: 1, (byte)value).Should().Be(1UL << place);
            }
        }
    }

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(Readers))]
    public void Find_RandomBlocks_FindsWhatAPlainLoopFinds(string name)
    {
        IBlockReader reader = BlockReaders.Get(name);
        var random = new Random(Seed);
        byte[] alphabet = "\"\\/{}[]ab1, \u0000\u00fb"u8.ToArray();
        for (var i = 0; i < s_blocks; i++)
        {
            byte[] json = [.. Enumerable.Range(0, 200).Select(_ => alphabet[random.Next(alphabet.Length)])];
            int position = random.Next(json.Length - Block.Size + 1);
            byte wanted = alphabet[random.Next(alphabet.Length)];

            reader.Find(json, position, wanted).Should().Be(Expected(json, position, b => b == wanted));
            reader.Find(json, position, (byte)'{', Block.BracketKind).Should().Be(Expected(json, position, b => b is (byte)'{' or (byte)'['));
            reader.Find(json, position, (byte)'}', Block.BracketKind).Should().Be(Expected(json, position, b => b is (byte)'}' or (byte)']'));
        }
    }

    private static ulong Expected(byte[] json, int position, Func<byte, bool> isWanted) =>
        Enumerable.Range(0, Block.Size).Where(i => isWanted(json[position + i])).Aggregate(0UL, (mask, i) => mask | (1UL << i));
}
