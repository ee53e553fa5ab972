using System.Reflection;

namespace VendorErrors.Packages.Tests.PublicApi;

/// <summary>What is asked of generic arguments.</summary>
internal static class Constraints
{
    public static string Of(Type[] arguments) => string.Concat(arguments.Where(argument => argument.IsGenericParameter).Select(Of));

    private static string Of(Type parameter)
    {
        GenericParameterAttributes special = parameter.GenericParameterAttributes;
        string[] all =
        [
            .. special.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? (string[])["class"] : [],
            .. special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? (string[])["struct"] : [],
            .. parameter.GetGenericParameterConstraints().Where(type => type.FullName != "System.ValueType").Select(TypeName.Of),
            .. special.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? (string[])["new()"] : [],
        ];
        return all.Length > 0 ? $" where {parameter.Name} : {string.Join(", ", all)}" : string.Empty;
    }
}
