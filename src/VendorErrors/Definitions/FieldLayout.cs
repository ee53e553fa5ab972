namespace VendorErrors.Definitions;

/// <summary>How a body lists the fields that a vendor complains about.</summary>
public enum FieldLayout
{
    /// <summary>A list of entries, or a single one, each with the field's name as a member.</summary>
    List = 0,

    /// <summary>An object whose names are the fields, and whose values are their messages: a text, a list of texts, or entries.</summary>
    Map = 1,

    /// <summary>Objects within one another as the request has them, with the complaints in lists of the name <c>_errors</c>.</summary>
    Tree = 2,
}
