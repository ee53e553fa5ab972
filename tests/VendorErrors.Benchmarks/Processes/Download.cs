namespace VendorErrors.Benchmarks.Processes;

/// <summary>A body as callers read it who have no need of all of it at once.</summary>
internal static class Download
{
    /// <summary>Reads a body to its end, a buffer at a time.</summary>
    /// <returns>How many bytes it has.</returns>
    public static async Task<int> ReadToEndAsync(HttpResponseMessage response, byte[] buffer)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync();
        var total = 0;
        for (int read = -1; read != 0; total += read)
        {
            read = await stream.ReadAsync(buffer);
        }

        return total;
    }
}
