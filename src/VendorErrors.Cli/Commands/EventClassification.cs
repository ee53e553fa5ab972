using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Commands;

/// <summary><c>classify --event</c>: the events of one body.</summary>
internal static class EventClassification
{
    internal static int Run(Vendor vendor, byte[] body, IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers, string output, bool explain)
    {
        IReadOnlyList<VendorEvent> events = EventInput.Read(vendor, body, headers);
        var format = new VendorJsonOptions { IncludeVendorWords = true, IncludeEvidence = explain };
        switch (output)
        {
            case "ndjson":
                WriteLines(events, format);
                break;
            case "json":
                WriteJson(events, format);
                break;
            default:
                EventReport.Write(Terminal.Out(), events, explain);
                break;
        }

        // What nobody knows must not look like a success to a script.
        return events.All(read => read.Outcome is VendorOutcome.Success or VendorOutcome.Accepted) ? ExitCodes.Success : ExitCodes.ClassifiedFailure;
    }

    private static void WriteLines(IReadOnlyList<VendorEvent> events, VendorJsonOptions format)
    {
        var line = new JsonLine(JsonLine.BytesOfARecord);
        for (var i = 0; i < events.Count; i++)
        {
            line.Raw(i == 0 ? default : "\n"u8);
            EventFormat.Write(line, default, events[i], format);
        }

        JsonOutput.WriteToConsole(line);
    }

    private static void WriteJson(IReadOnlyList<VendorEvent> events, VendorJsonOptions format)
    {
        var line = new JsonLine(JsonLine.BytesOfARecord);
        line.Raw(events.Count == 1 ? default : "["u8);
        for (var i = 0; i < events.Count; i++)
        {
            line.Raw(i == 0 ? default : ","u8);
            EventFormat.Write(line, default, events[i], format);
        }

        line.Raw(events.Count == 1 ? default : "]"u8);
        JsonOutput.WriteToConsole(line, isIndented: true);
    }
}
