namespace VendorErrors.Cli.Input;

/// <summary>Wrong input from the shell; the message is the one line that the user gets.</summary>
internal sealed class UsageException(string message) : Exception(message);
