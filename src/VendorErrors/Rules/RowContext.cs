using VendorErrors.Envelopes;

namespace VendorErrors.Rules;

/// <summary>What the choice between rows of one code may look at.</summary>
internal readonly ref struct RowContext
{
    public int Status { get; init; }

    public string? Method { get; init; }

    public string? Path { get; init; }

    public JsonView View { get; init; }
}
