using VendorErrors.Definitions;

namespace VendorErrors.Classification.Gateways;

/// <summary>Something between us and the vendor that answers in the vendor's place: by what it is recognized, and what it means by it. One row of <see cref="GatewayTable"/>.</summary>
/// <param name="Name">Its name, for evidence and advice.</param>
/// <param name="Source">The document that shows its answers.</param>
internal sealed record Gateway(string Name, SourceDocument Source)
{
    /// <summary>What says that this gateway answered by itself; any one is enough.</summary>
    public GatewayMark[] Marks { get; init; } = [];

    /// <summary>Headers that hold its id of the request, the first that is there counts.</summary>
    public string[] IdHeaders { get; init; } = [];

    /// <summary>What it means by its answers, the first that fits counts. Default: by the HTTP status.</summary>
    public GatewayAnswer[] Answers { get; init; } = [];

    /// <summary>What a person should do where it refuses and none of <see cref="Answers"/> fits.</summary>
    public Advice Refused { get; } = new($"{Name} refused the request before the vendor saw it; ask its operator, with its request ID.", Audience.Operator);
}
