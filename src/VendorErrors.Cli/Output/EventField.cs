namespace VendorErrors.Cli.Output;

/// <summary>One fact of a word or reason of events, for programs.</summary>
/// <param name="Name">Its name in JSON and CSV.</param>
/// <param name="Read">Its value: null, a text, a Boolean, or an integer.</param>
internal sealed record EventField(string Name, Func<EventEntry, object?> Read);
