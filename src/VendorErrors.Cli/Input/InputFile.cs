using System.Globalization;
using VendorErrors.Packs;

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

        Require(path, ", or - for standard input");
        return File.OpenRead(path);
    }

    /// <summary>Throws where there is no such file.</summary>
    internal static void Require(string path, string otherwise = "")
    {
        if (!File.Exists(path))
        {
            throw new UsageException(Directory.Exists(path) ? $"'{path}' is a folder; name a file{otherwise}" : $"no file '{path}'; name an existing file{otherwise}");
        }
    }

    internal static byte[] ReadAll(string path)
    {
        using Stream stream = Open(path);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }

    /// <summary>Reads a file that may have so many bytes.</summary>
    internal static byte[] ReadAll(string path, int most)
    {
        using Stream stream = Open(path);
        byte[] bytes = PackFile.ReadAll(stream, most);
        return bytes.Length <= most
            ? bytes
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"'{path}' has more than {most / (1024 * 1024)} MiB, which is more than is read"));
    }
}
