namespace VendorErrors.Cli.Batch;

/// <summary>The first bytes of an input, read to see what it is. They are not read again.</summary>
internal sealed class InputBeginning
{
    private const int FirstBytes = 64 * 1024;

    private InputBeginning(byte[] bytes, bool isWhole, bool isHar)
    {
        Bytes = bytes;
        IsWhole = isWhole;
        IsHar = isHar;
    }

    /// <summary>What was read.</summary>
    internal byte[] Bytes { get; }

    /// <summary>Whether that is all.</summary>
    internal bool IsWhole { get; }

    /// <summary>Whether it is a HAR file, as far as the beginning says.</summary>
    internal bool IsHar { get; }

    /// <summary>Reads no more than is needed, so that the lines of a slow pipe do not wait.</summary>
    internal static InputBeginning Read(Stream input)
    {
        byte[] buffer = new byte[FirstBytes];
        var length = 0;
        var isWhole = false;
        bool? isHar = null;
        while (isHar is null && !isWhole && length < HarFile.MostBytesBefore)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            int count = input.Read(buffer, length, buffer.Length - length);
            length += count;
            isWhole = count == 0;
            isHar = HarFile.IsHar(buffer.AsSpan(0, length), isWhole);
        }

        return new InputBeginning(buffer[..length], isWhole, isHar == true);
    }

    /// <summary>The whole input.</summary>
    internal byte[] ReadOn(Stream input)
    {
        if (IsWhole)
        {
            return Bytes;
        }

        using var whole = new MemoryStream();
        whole.Write(Bytes);
        input.CopyTo(whole);
        return whole.ToArray();
    }
}
