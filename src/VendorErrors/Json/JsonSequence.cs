namespace VendorErrors.Json;

/// <summary>JSON values one after another: a line each, or each after a record separator (RFC 7464).</summary>
internal static class JsonSequence
{
    private const byte RecordSeparator = 0x1E;

    /// <summary>What is wrong with a whole sequence, if anything is.</summary>
    /// <param name="json">The values.</param>
    /// <param name="mayBeCut">Whether the reader, and not the sender, may have cut it.</param>
    internal static JsonFault FaultOf(ReadOnlySpan<byte> json, bool mayBeCut)
    {
        int at = Skip(json, 0);
        while (at < json.Length)
        {
            int end = EndOfFirst(json[at..], out JsonFault fault);
            if (fault != JsonFault.None)
            {
                return fault == JsonFault.Cut && mayBeCut ? JsonFault.None : fault;
            }

            at = Skip(json, at + end);
        }

        return JsonFault.None;
    }

    /// <summary>The position after the first value.</summary>
    internal static int EndOfFirst(ReadOnlySpan<byte> json, out JsonFault fault)
    {
        var scanner = new JsonScanner(json);
        _ = scanner.MoveToToken() && scanner.ReadValue(out _);
        fault = scanner.Fault;
        return scanner.Position;
    }

    private static int Skip(ReadOnlySpan<byte> json, int at)
    {
        at = Blank.Skip(json, at);
        while (at < json.Length && json[at] == RecordSeparator)
        {
            at = Blank.Skip(json, at + 1);
        }

        return at;
    }
}
