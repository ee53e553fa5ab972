using FluentAssertions;
using VendorErrors.Envelopes.Json;
using Xunit;

namespace VendorErrors.Tests.Envelopes.Json;

public class BlockReaderTests
{
    private const int Seed = 20260105;
    private const int Blocks = 2000;

    public static TheoryData<string> Readers => BlockReaders.Names;

    [Theory]
    [MemberData(nameof(Readers))]
    public void Read_EveryByteAtEveryPlace_IsSeenThereAndNowhereElse(string reader)
    {
        for (var value = 0; value < 256; value++)
        {
            for (var place = 0; place < BlockMasks.Size; place++)
            {
                byte[] json = new byte[BlockMasks.Size + 2];
                json[place + 1] = (byte)value;

                BlockMasks masks = BlockReaders.Read(reader, json, position: 1);

                ulong bit = 1UL << place;
                AllOf(masks).Should().Equal(
                    value == '"' ? bit : 0,
                    value == '\\' ? bit : 0,
                    value == '/' ? bit : 0,
                    value is '{' or '[' ? bit : 0,
                    value is '}' or ']' ? bit : 0);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Read_RandomBlocks_IsTheSameForEveryWidth(string reader)
    {
        var random = new Random(Seed);
        byte[] alphabet = "\"\\/{}[]ab1, \u0000\u00fb"u8.ToArray();
        for (var i = 0; i < Blocks; i++)
        {
            byte[] json = [.. Enumerable.Range(0, 200).Select(_ => alphabet[random.Next(alphabet.Length)])];
            int position = random.Next(json.Length - BlockMasks.Size + 1);

            AllOf(BlockReaders.Read(reader, json, position)).Should().Equal(AllOf(default(ScalarBlockReader).Read(json, position)));
        }
    }

    private static ulong[] AllOf(BlockMasks masks) => [masks.Quotes, masks.Backslashes, masks.Slashes, masks.Opens, masks.Closes];
}
