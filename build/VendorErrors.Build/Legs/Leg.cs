using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

/// <summary>One part of a run, with the name by which it is run alone.</summary>
internal sealed record Leg(string Name, string About, Func<LegContext, Task> RunAsync)
{
    /// <summary>Whether it runs only when it is named.</summary>
    internal bool OnRequest { get; init; }

    /// <summary>Whether what follows its name is its own, not another leg.</summary>
    internal bool TakesArguments { get; init; }

    internal async Task<LegResult> ExecuteAsync(string[] arguments, IReadOnlyCollection<string> passed)
    {
        var context = new LegContext(arguments, passed);
        try
        {
            await RunAsync(context);
        }
        catch (LegFailedException failure)
        {
            context.Fail(failure.Message);
        }
        catch (Exception unexpected) when (unexpected is IOException or System.Xml.XmlException or System.Text.Json.JsonException or FormatException)
        {
            // A report that is missing or broken is a failure of this leg; the others are still of interest.
            context.Fail(unexpected.ToString());
        }

        return context.ToResult();
    }
}
