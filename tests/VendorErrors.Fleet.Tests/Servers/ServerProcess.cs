using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace VendorErrors.Fleet.Tests.Servers;

/// <summary>
/// A server that ends with this process, however that ends: a shell waits for the end of its input, which the system closes, and kills the server.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _shell;

    public ServerProcess(string signal, IReadOnlyList<string> command, string log)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        foreach (string word in (string[])["-c", "log=$1; signal=$2; shift 2; \"$@\" >\"$log\" 2>&1 & p=$!; cat >/dev/null; kill -\"$signal\" $p; wait $p", "sh", log, signal, .. command])
        {
            start.ArgumentList.Add(word);
        }

        _shell = Process.Start(start)!;
    }

    /// <summary>Whether a server that is not installed fails the tests, which are skipped or use another one otherwise.</summary>
    public static bool AreRequired => Environment.GetEnvironmentVariable("VENDOR_ERRORS_SERVERS") == "required";

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Finds a program; null where it is not installed.</summary>
    public static string? Find(string name, params string[] folders) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Concat(folders).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    public static async Task WaitForAsync(int port)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (i < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit(10_000);
        _shell.Dispose();
    }
}
