namespace VendorErrors.Cli.Input;

/// <summary>A secret that is in a variable of the environment, given as <c>env:NAME</c>. The command line is seen by others and kept in histories.</summary>
internal static class SecretArgument
{
    private const string Prefix = "env:";

    /// <summary>The value of the variable. No message ever holds what was given in its place: that may be the secret.</summary>
    internal static string Parse(string text, string option, string what)
    {
        string name = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : string.Empty;
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new UsageException($"{option} takes env:NAME, the name of an environment variable with {what}; on a command line others can read it");
        }

        string? value = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrWhiteSpace(value)
            ? throw new UsageException($"the environment variable {name} is {(value is null ? "not set" : "empty")}; put {what} there")
            : value;
    }
}
