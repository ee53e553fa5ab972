namespace VendorErrors.Cli.Drafting;

/// <summary>How a vendor's list of errors is written.</summary>
internal enum ListForm
{
    /// <summary>A JSON array with an object or a text for each code.</summary>
    List,

    /// <summary>A JSON object with a member for each code.</summary>
    Map,

    /// <summary>A service model of AWS.</summary>
    Aws,

    /// <summary>An OpenAPI or Swagger document, as JSON.</summary>
    OpenApi,

    /// <summary>Source code with an enum or constants.</summary>
    Enum,
}
