using VendorErrors.Testing.Apis;

namespace VendorErrors.Testing;

/// <summary>What a vendor's API looks like from outside, as data: which requests dial, send or sign in, and what it answers when all is well. Immutable.</summary>
public sealed record SimulatedApi
{
    /// <summary>The members, in body or query, whose values say whom a request is about. Default: the names that telephony vendors use.</summary>
    public static IReadOnlyList<string> CommonSubjectMembers { get; } =
        ["callee", "to", "phoneNumber", "phone_number", "to_phone_number", "to_number", "destination", "msisdn", "recipient", "phone", "customerId", "contact"];

    /// <summary>The operations that method and path alone do not say; the first that matches counts.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<SimulatedOperation> Operations { get; init; } = [];

    /// <summary>The members, at any depth of the body or in the query, whose values say whom a request is about.</summary>
    /// <value>Default: <see cref="CommonSubjectMembers"/>.</value>
    public IReadOnlyList<string> SubjectMembers { get; init; } = CommonSubjectMembers;

    /// <summary>How it gives tokens.</summary>
    /// <value>Default: as OAuth 2.0 does (RFC 6749).</value>
    public TokenApi Tokens { get; init; } = new();

    /// <summary>The code of a refusal for the sake of a <see cref="RateRule"/>.</summary>
    /// <value>Default: the vendor's first code of the category RateLimited, else a bare HTTP 429.</value>
    public string? RateLimitCode { get; init; }

    /// <summary>What a vendor's pack says of its API; where it says nothing, what HTTP methods say.</summary>
    /// <param name="vendor">The vendor.</param>
    public static SimulatedApi For(Vendor vendor)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        return PackApi.Of(vendor.ContentWithAnswers.Simulation);
    }
}
