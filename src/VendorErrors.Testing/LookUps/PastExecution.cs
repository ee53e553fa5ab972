using System.Text.Json;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.LookUps;

/// <summary>Something that the vendor did, for one person.</summary>
/// <param name="Id">The vendor's id of it.</param>
/// <param name="Kind">What.</param>
/// <param name="Path">The path of the request.</param>
/// <param name="To">For whom: a number or an id, as it was asked.</param>
/// <param name="At">When.</param>
/// <param name="Asked">The body of the request; undefined where it was no JSON.</param>
/// <param name="Entry">That part of the body that is about this person alone; undefined where it is about one anyway.</param>
internal sealed record PastExecution(string Id, OperationKind Kind, string Path, string To, DateTimeOffset At, JsonElement Asked, JsonElement Entry)
{
    /// <summary>The first text of this name in the body; null where there is none.</summary>
    public string? Text(string name) => JsonBody.Find(Entry, name) ?? JsonBody.Find(Asked, name);

    /// <summary>What a request that was executed did: something for each one that it reached.</summary>
    public static IEnumerable<PastExecution> Of(SimulatedRequest request, DateTimeOffset at, Func<int, string> idOf)
    {
        JsonElement body = JsonBody.Parse(request.Body);
        JsonElement[] entries = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("messages", out JsonElement batch) && batch.ValueKind == JsonValueKind.Array ? [.. batch.EnumerateArray()] : [];
        for (var i = 0; i < request.Subjects.Count; i++)
        {
            string to = request.Subjects[i];
            if (request.Reached.Contains(to, StringComparer.Ordinal))
            {
                yield return new PastExecution(idOf(i), request.Kind, request.Path, to, at, body, entries.Length == request.Subjects.Count ? entries[i] : default);
            }
        }
    }
}
