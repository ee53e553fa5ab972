using System.Text.Json;
using System.Text.Json.Serialization;

namespace VendorErrors.Http.Ledger;

/// <summary>What an entry holds beside what stores compare: for people, and for the next delivery. Nothing of it decides about a claim but the count of probes.</summary>
internal sealed partial record LedgerData
{
    /// <summary>The call id with numbers masked; null where it was erased.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the vendor; empty where it was erased, or the entry is of somebody else's making.</summary>
    public string Vendor { get; init => field = value ?? string.Empty; } = string.Empty;

    public string? Account { get; init; }

    /// <summary>Method and redacted path.</summary>
    public string? Operation { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was claimed, by the clock of its sender.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Whether it was claimed although an earlier delivery may have done it, because doing it twice does no harm.</summary>
    public bool TookOver { get; init; }

    /// <summary>The HTTP status of the answer; 0 where there was none.</summary>
    public int HttpStatus { get; init; }

    /// <summary>The outcome of its verdict.</summary>
    public string? Outcome { get; init; }

    /// <summary>The verdict, without the vendor's words.</summary>
    public JsonElement? Verdict { get; init; }

    /// <summary>The answer, protected; null where none is kept.</summary>
    public byte[]? Answer { get; init; }

    /// <summary>How often a probe was asked since the claim.</summary>
    public int Probes { get; init; }

    /// <summary>The vendor's id that a probe found.</summary>
    public string? VendorId { get; init; }

    /// <summary>Who said so, where it was not the answer: "probe" or "person".</summary>
    public string? By { get; init; }

    /// <summary>Why, in the words of a person.</summary>
    public string? Reason { get; init; }

    /// <summary>Which person said so.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>The same, once somebody else than the answer said what became of it: the verdict on the broken attempt is none any more.</summary>
    public LedgerData ToldBy(string by, string? vendorId = null, string? reason = null, string? person = null) =>
        this with { By = by, VendorId = vendorId, Reason = reason, ResolvedBy = person, Verdict = null, Answer = null, Outcome = null, HttpStatus = 0 };

    /// <summary>What may be kept where a person is forgotten: nothing that says who was called, or what was said.</summary>
    public LedgerData Erased() => new() { SentAt = SentAt, TookOver = TookOver, Outcome = Outcome, Probes = Probes };

    public string Write() => JsonSerializer.Serialize(this, Json.Default.LedgerData);

    /// <summary>An entry that somebody else wrote in another way keeps its state, and says nothing more.</summary>
    public static LedgerData Read(string data)
    {
        try
        {
            return JsonSerializer.Deserialize(data, Json.Default.LedgerData) ?? new LedgerData();
        }
        catch (JsonException)
        {
            return new LedgerData();
        }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonSerializable(typeof(LedgerData))]
    private sealed partial class Json : JsonSerializerContext;
}
