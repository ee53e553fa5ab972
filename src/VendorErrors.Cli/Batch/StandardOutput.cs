using Microsoft.Win32.SafeHandles;

namespace VendorErrors.Cli.Batch;

/// <summary>Standard output for much data. It says when the other end of a pipe is closed, which the console's own stream keeps to itself.</summary>
internal static class StandardOutput
{
    private const int FileDescriptor = 1;

    // EPIPE of Linux and macOS.
    private const int BrokenPipe = 32;

    internal static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        // A file may be shared with programs that write before and after this one: there the position is the console's affair.
        var stream = new FileStream(new SafeFileHandle(FileDescriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    /// <summary>Whether this is what a write to a closed pipe throws.</summary>
    internal static bool IsClosed(Exception fault) => fault is IOException { HResult: BrokenPipe };
}
