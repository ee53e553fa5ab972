namespace VendorErrors.Cli.Input;

/// <summary>A file given by its path, or standard input given as <c>-</c>.</summary>
internal static class InputFile
{
    internal const string StandardInput = "-";

    internal static Stream Open(string path)
    {
        if (string.Equals(path, StandardInput, StringComparison.Ordinal))
        {
            if (!Console.IsInputRedirected)
            {
                Console.Error.WriteLine("Reading from the keyboard; end with Ctrl-D (Windows: Ctrl-Z, Enter).");
            }

            return Console.OpenStandardInput();
        }

        return Directory.Exists(path) ? throw new UsageException($"'{path}' is a folder; name a file, or - for standard input")
            : File.Exists(path) ? File.OpenRead(path)
            : throw new UsageException($"no file '{path}'; name an existing file, or - for standard input");
    }

    internal static byte[] ReadAll(string path)
    {
        using Stream stream = Open(path);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
