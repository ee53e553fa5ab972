namespace VendorErrors.Packages.Tests.PublicApi;

/// <summary>The declaration of a type.</summary>
internal static class TypeLine
{
    public static string Of(Type type)
    {
        string bases = string.Join(", ", Bases(type));
        return $"{Attributes.Of(type)}{Modifiers(type)} {type.Namespace}.{TypeName.Of(type)}{(bases.Length > 0 ? " : " + bases : bases)}{Constraints.Of(type.GetGenericArguments())}";
    }

    private static string Modifiers(Type type)
    {
        string access = type.IsNestedFamily || type.IsNestedFamORAssem ? "protected" : "public";
        return type switch
        {
            _ when type.BaseType?.FullName == "System.MulticastDelegate" => $"{access} delegate {Signature.Of(type.GetMethod("Invoke")!)}",
            { IsEnum: true } => $"{access} enum",
            { IsInterface: true } => $"{access} interface",
            { IsValueType: true } => $"{access} {(Attributes.Has(type, "IsReadOnlyAttribute") ? "readonly " : string.Empty)}{(type.IsByRefLike ? "ref " : string.Empty)}struct",
            { IsAbstract: true, IsSealed: true } => $"{access} static class",
            { IsAbstract: true } => $"{access} abstract class",
            { IsSealed: true } => $"{access} sealed class",
            _ => $"{access} class",
        };
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            return [TypeName.Of(type.GetEnumUnderlyingType())];
        }

        if (type.BaseType?.FullName == "System.MulticastDelegate")
        {
            return [];
        }

        Type[] inherited = type.BaseType?.GetInterfaces() ?? [];
        IEnumerable<string> interfaces = type.GetInterfaces().Where(face => face.IsVisible).Except(inherited).Select(TypeName.Of).Order(StringComparer.Ordinal);
        return type.BaseType is { } parent && parent.FullName is not ("System.Object" or "System.ValueType") ? interfaces.Prepend(TypeName.Of(parent)) : interfaces;
    }
}
