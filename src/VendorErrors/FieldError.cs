namespace VendorErrors;

/// <summary>One field that the vendor complains about.</summary>
/// <param name="Field">Name or path of the field as the vendor writes it; <see langword="null"/> where it names none.</param>
/// <param name="Code">The vendor's code for this field, where there is one.</param>
/// <param name="Message">The vendor's words for this field, where there are any.</param>
/// <param name="Value">The value the vendor refuses, where it repeats it; may hold a phone number or a name.</param>
public sealed record FieldError(string? Field, string? Code, string? Message, string? Value)
{
    /// <summary>Field and code, redacted; nothing of the vendor's words and of the value, so it is safe to log.</summary>
    public override string ToString() => $"{(Field is null ? "(no field)" : Redactor.Code(Field, vendor: null))}: {Redactor.Code(Code, vendor: null)}";
}
