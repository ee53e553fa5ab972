using System.Text.Json;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Pasting;

/// <summary>A JSON list of batch records, which is no answer of a vendor and would be taken for one.</summary>
internal static class RecordList
{
    /// <summary>Throws for one, with how to pass it.</summary>
    internal static void Reject(ReadOnlySpan<byte> body)
    {
        if (body.TrimStart(" \t\r\n"u8) is [(byte)'[', ..] && JsonPiece.IsJson(body) && IsOne(body.ToArray()))
        {
            throw new UsageException("the input is a list of records; use --batch with one record a line, for example: jq -c '.[]' FILE | vendor-errors classify --batch");
        }
    }

    private static bool IsOne(byte[] body)
    {
        using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1024 });
        return json.RootElement.GetArrayLength() > 0 && json.RootElement.EnumerateArray().All(IsRecord);
    }

    private static bool IsRecord(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && (item.TryGetProperty("body", out _) || item.TryGetProperty("body_base64", out _) || (item.TryGetProperty("vendor", out _) && item.TryGetProperty("status", out _)));
}
