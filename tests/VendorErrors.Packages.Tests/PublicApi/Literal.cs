using System.Globalization;

namespace VendorErrors.Packages.Tests.PublicApi;

/// <summary>How C# writes a constant.</summary>
internal static class Literal
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    public static string Of(Type type, object? value) =>
        type.IsEnum && type.GetFields().FirstOrDefault(field => field.IsLiteral && Equals(field.GetRawConstantValue(), value)) is { } named ? $"{type.Name}.{named.Name}"
        : value is null && type.IsValueType && type.Name != "Nullable`1" ? "default"
        : Of(value);
}
