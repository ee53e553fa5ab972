namespace VendorErrors.Packs;

/// <summary>Reads a file as far as a pack may be long.</summary>
internal static class PackFile
{
    /// <summary>The bytes of a stream; of a longer one than a pack may be a byte more than that.</summary>
    internal static byte[] ReadAll(Stream stream)
    {
        var bytes = new byte[stream.CanSeek ? (int)Math.Max(0, Math.Min(stream.Length - stream.Position, PackLimits.Bytes + 1)) : 64 * 1024];
        var length = 0;
        while (length <= PackLimits.Bytes)
        {
            if (length == bytes.Length)
            {
                int more = stream.CanSeek ? 0 : Math.Min(length, PackLimits.Bytes + 1 - length);
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
