namespace VendorErrors.Cli.Output;

/// <summary>The values of enums as JSON texts in snake_case, encoded once.</summary>
internal static class JsonWord
{
    internal static ReadOnlySpan<byte> Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue[value];

    private static class Words<T>
        where T : struct, Enum
    {
        internal static readonly Dictionary<T, byte[]> ByValue =
            Enum.GetValues<T>().ToDictionary(value => value, value => System.Text.Encoding.UTF8.GetBytes($"\"{SnakeCase.Of(value)}\""));
    }
}
