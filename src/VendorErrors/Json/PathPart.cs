namespace VendorErrors.Json;

/// <summary>One part of a path.</summary>
/// <param name="Name">The member's name; empty where the part is the body itself.</param>
/// <param name="IsList">Whether it is a list of which the first entry counts.</param>
/// <param name="IsQuoted">Whether the name was written in quotes, so that any sign in it is a part of it.</param>
internal readonly record struct PathPart(string Name, bool IsList, bool IsQuoted);
