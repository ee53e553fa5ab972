using System.Text.Json;

namespace VendorErrors.Http.Credentials.Yeastar;

/// <summary>An access token and the refresh token that came with it: one object, so that nobody sees half of a pair.</summary>
/// <param name="access">The access token.</param>
/// <param name="refresh">The refresh token; null where the PBX gave none.</param>
/// <param name="receivedAt">When they came, as a timestamp.</param>
/// <param name="refreshLifetime">How long the refresh token lives; null where the PBX did not say.</param>
internal sealed class YeastarToken(string access, string? refresh, long receivedAt, TimeSpan? refreshLifetime)
{
    // Two documented samples of the vendor have a comma before the closing bracket.
    private static readonly JsonDocumentOptions s_tolerant = new() { AllowTrailingCommas = true };

    public string Access => access;

    public string? Refresh => refresh;

    /// <summary>Whether the refresh token may still count; the PBX has the last word.</summary>
    public bool MayBeRefreshed(TimeProvider time) => refresh is not null && !(time.GetElapsedTime(receivedAt) >= refreshLifetime);

    /// <summary>The pair in the shape of the vendor's answer, for the other instances of a fleet.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("access_token", access);
            if (refresh is not null)
            {
                writer.WriteString("refresh_token", refresh);
            }

            if (refreshLifetime is { TotalSeconds: >= 1 } lifetime)
            {
                writer.WriteNumber("refresh_token_expire_time", (int)lifetime.TotalSeconds);
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads the answer to get_token and refresh_token.</summary>
    /// <exception cref="InvalidDataException">It holds no token. The message holds nothing of the answer.</exception>
    public static YeastarToken Read(byte[] body, long receivedAt)
    {
        try
        {
            using var answer = JsonDocument.Parse(body, s_tolerant);
            return TextOf(answer.RootElement, "access_token") is { Length: > 0 } access
                ? new YeastarToken(access, TextOf(answer.RootElement, "refresh_token"), receivedAt, SecondsOf(answer.RootElement, "refresh_token_expire_time"))
                : throw NoToken();
        }
        catch (JsonException)
        {
            throw NoToken();
        }
    }

    private static InvalidDataException NoToken() => new("The PBX answered with a success that holds no token.");

    private static string? TextOf(JsonElement answer, string member) =>
        answer.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TimeSpan? SecondsOf(JsonElement answer, string member) =>
        answer.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
}
