namespace VendorErrors.Cli.Drafting;

/// <summary>A member of an enum, or a constant, whose value is a code.</summary>
/// <param name="Code">Its value.</param>
/// <param name="Name">Its name in the source.</param>
/// <param name="Text">What a comment or an argument says of it.</param>
internal sealed record EnumMember(string Code, string Name, string? Text);
