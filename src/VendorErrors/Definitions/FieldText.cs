namespace VendorErrors.Definitions;

/// <summary>How a message names the field it is about.</summary>
public enum FieldText
{
    /// <summary>It names none.</summary>
    None = 0,

    /// <summary>By its first word, as in <c>name must be a string</c>; one field error per message, when there is a list of them.</summary>
    LeadingWord = 1,

    /// <summary>By a JSON path, as in <c>$.callflow[0].params.text: is missing</c>.</summary>
    JsonPath = 2,
}
