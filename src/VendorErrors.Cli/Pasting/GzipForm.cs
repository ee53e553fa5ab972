using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Pasting;

/// <summary>A body that was saved as it came over the wire, compressed with gzip. How much comes out is bounded: a few bytes can become gigabytes.</summary>
internal static class GzipForm
{
    private const int MostBytes = 64 * 1024 * 1024;
    private const int BufferBytes = 64 * 1024;

    internal static PastedAnswer? Read(PastedAnswer paste) => paste.Body is [0x1F, 0x8B, ..] ? paste.Unwrap("gzip", Decompress(paste.Body)) : null;

    private static byte[] Decompress(byte[] compressed)
    {
        using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        byte[] buffer = new byte[BufferBytes];
        try
        {
            for (int count = gzip.Read(buffer); count > 0; count = gzip.Read(buffer))
            {
                if (plain.Length + count > MostBytes)
                {
                    throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"the input is compressed with gzip and has more than {MostBytes / (1024 * 1024)} MiB, which is more than is read"));
                }

                plain.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            throw new UsageException("the input is compressed with gzip, and it is cut or damaged");
        }

        return plain.Length > 0 && IsWhole(compressed, plain.Length) ? plain.ToArray() : throw new UsageException("the input is compressed with gzip, and it is cut or damaged");
    }

    // The length is at the end. Of several parts, each of which begins like the first, it is the length of the last.
    private static bool IsWhole(byte[] compressed, long length) =>
        BinaryPrimitives.ReadUInt32LittleEndian(compressed.AsSpan(compressed.Length - sizeof(uint))) == length || compressed.AsSpan(2).IndexOf<byte>([0x1F, 0x8B, 8]) >= 0;
}
