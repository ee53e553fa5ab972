namespace VendorErrors.Packs;

/// <summary>Reads a file as far as it may be long.</summary>
internal static class PackFile
{
    /// <summary>The bytes of a stream; of a longer one than it may be a byte more than that.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="most">How many bytes it may have. Default: those of a pack.</param>
    internal static byte[] ReadAll(Stream stream, int most = PackLimits.Bytes)
    {
        var bytes = new byte[stream.CanSeek ? (int)Math.Max(0, Math.Min(stream.Length - stream.Position, most + 1)) : 64 * 1024];
        var length = 0;
        while (length <= most)
        {
            if (length == bytes.Length)
            {
                int more = stream.CanSeek ? 0 : Math.Min(length, most + 1 - length);
                if (more == 0)
                {
                    break;
                }

                Array.Resize(ref bytes, length + more);
            }

            int read = stream.Read(bytes, length, bytes.Length - length);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        Array.Resize(ref bytes, length);
        return bytes;
    }
}
