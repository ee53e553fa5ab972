using System.Text.Json;
using System.Text.Json.Serialization;

namespace VendorErrors.Http.Ledger;

/// <summary>What is kept of the answer of a call that is done, for the next delivery: written only protected.</summary>
internal sealed partial record StoredAnswer
{
    /// <summary>The key of its entry: an answer that was moved to another entry is none.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>Those headers that are on the list.</summary>
    public Dictionary<string, string[]> Headers { get; init => field = value ?? []; } = [];

    public byte[] Body { get; init => field = value ?? []; } = [];

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, AnswerJson.Default.StoredAnswer);

    public static StoredAnswer Read(byte[] bytes) => JsonSerializer.Deserialize(bytes, AnswerJson.Default.StoredAnswer) ?? throw new JsonException();

    /// <summary>Puts it into a response.</summary>
    public void CopyTo(HttpResponseMessage response)
    {
        response.Content = new ByteArrayContent(Body);
        foreach (KeyValuePair<string, string[]> header in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }

    [JsonSerializable(typeof(StoredAnswer))]
    private sealed partial class AnswerJson : JsonSerializerContext;
}
