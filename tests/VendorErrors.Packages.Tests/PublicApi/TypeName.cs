using System.Reflection;

namespace VendorErrors.Packages.Tests.PublicApi;

/// <summary>How C# writes a type, with its nullability.</summary>
internal static class TypeName
{
    private static readonly Dictionary<string, string> s_keywords = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Double"] = "double",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Object"] = "object",
        ["System.String"] = "string",
        ["System.Void"] = "void",
    };

    public static string Of(Type type) => Of(type, null);

    public static string Of(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability);
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[]{Mark(type, nullability)}";
        }

        if (type is { IsGenericType: true, Namespace: "System", Name: "Nullable`1" })
        {
            return $"{Of(type.GetGenericArguments()[0])}?";
        }

        string name = type.IsGenericParameter ? type.Name
            : s_keywords.TryGetValue(type.FullName ?? string.Empty, out string? keyword) ? keyword
            : type.IsNested ? $"{Of(type.DeclaringType!)}.{type.Name}"
            : type.Name;
        int arity = name.IndexOf('`', StringComparison.Ordinal);
        if (arity >= 0)
        {
            NullabilityInfo[] of = nullability?.GenericTypeArguments ?? [];
            name = $"{name[..arity]}<{string.Join(", ", type.GetGenericArguments().Select((argument, i) => Of(argument, i < of.Length ? of[i] : null)))}>";
        }

        return name + Mark(type, nullability);
    }

    private static string Mark(Type type, NullabilityInfo? nullability) =>
        !type.IsValueType && nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable } ? "?" : string.Empty;
}
