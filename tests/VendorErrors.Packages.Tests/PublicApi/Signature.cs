using System.Reflection;

namespace VendorErrors.Packages.Tests.PublicApi;

/// <summary>Result, name and parameters of a method.</summary>
internal static class Signature
{
    private static readonly NullabilityInfoContext s_nullability = new();

    public static string Of(MethodInfo method) =>
        $"{Result(method.ReturnParameter)} {Name(method)}({Parameters(method)}){Constraints.Of(method.GetGenericArguments())}";

    public static string Parameters(MethodBase method)
    {
        string extension = method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ExtensionAttribute") ? "this " : string.Empty;
        return extension + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    public static string Parameters(PropertyInfo indexer) => string.Join(", ", indexer.GetIndexParameters().Select(Parameter));

    public static string TypeOf(PropertyInfo property) => TypeName.Of(property.PropertyType, s_nullability.Create(property));

    public static string TypeOf(FieldInfo field) => TypeName.Of(field.FieldType, s_nullability.Create(field));

    private static string Name(MethodInfo method) =>
        method.IsGenericMethod ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : method.Name;

    private static string Result(ParameterInfo result)
    {
        string byRef = !result.ParameterType.IsByRef ? string.Empty : result.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "IsReadOnlyAttribute") ? "ref readonly " : "ref ";
        return byRef + TypeName.Of(result.ParameterType, s_nullability.Create(result));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        string direction = !parameter.ParameterType.IsByRef ? string.Empty : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        string many = parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute") ? "params " : string.Empty;
        string value = parameter.HasDefaultValue ? $" = {Literal.Of(parameter.ParameterType, parameter.RawDefaultValue)}" : string.Empty;
        return $"{direction}{many}{TypeName.Of(parameter.ParameterType, s_nullability.Create(parameter))} {parameter.Name}{value}";
    }
}
