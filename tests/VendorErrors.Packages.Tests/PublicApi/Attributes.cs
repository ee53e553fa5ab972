using System.Reflection;

namespace VendorErrors.Packages.Tests.PublicApi;

/// <summary>The attributes that a caller's compiler or trimmer heeds.</summary>
internal static class Attributes
{
    private static readonly HashSet<string> s_heeded = new(StringComparer.Ordinal)
    {
        "FlagsAttribute", "ObsoleteAttribute", "ExperimentalAttribute", "RequiresUnreferencedCodeAttribute", "RequiresDynamicCodeAttribute", "EditorBrowsableAttribute",
        "MemberNotNullWhenAttribute", "NotNullWhenAttribute", "NotNullIfNotNullAttribute",
    };

    public static string Of(MemberInfo member) => string.Concat(member.CustomAttributes
        .Where(attribute => s_heeded.Contains(attribute.AttributeType.Name) && !IsCompilersOwn(attribute))
        .Select(Write)
        .Order(StringComparer.Ordinal));

    public static bool Has(MemberInfo member, string name) => member.CustomAttributes.Any(attribute => attribute.AttributeType.Name == name);

    // What keeps old compilers off "required" and "ref struct".
    private static bool IsCompilersOwn(CustomAttributeData attribute) =>
        attribute.AttributeType.Name == "ObsoleteAttribute" && attribute.ConstructorArguments.Any(argument => argument.Value is string text && text.Contains("not supported in this version", StringComparison.Ordinal));

    private static string Write(CustomAttributeData attribute)
    {
        string arguments = string.Join(", ", attribute.ConstructorArguments.Select(Write));
        return $"[{attribute.AttributeType.Name[..^"Attribute".Length]}{(arguments.Length > 0 ? $"({arguments})" : arguments)}] ";
    }

    private static string Write(CustomAttributeTypedArgument argument) =>
        argument.Value is IEnumerable<CustomAttributeTypedArgument> many ? string.Join(", ", many.Select(Write)) : Literal.Of(argument.Value);
}
