using System.CommandLine;
using System.Globalization;
using VendorErrors.Cli.Batch;
using VendorErrors.Cli.Completion;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;
using VendorErrors.Retries;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Commands;

/// <summary><c>classify</c>: one answer, what a vendor sent later, or a batch of them.</summary>
internal static class ClassifyCommand
{
    private static readonly Option<string?> s_vendor = new("--vendor", "-v") { Description = "The vendor of the answer: an id of 'vendor-errors vendors'. With --batch: for records without one.", HelpName = "ID" };
    private static readonly Option<string?> s_status = new("--status", "-s") { Description = "The HTTP status. Default: unknown.", HelpName = "N" };
    private static readonly Option<string?> s_method = new("--method", "-m") { Description = "The HTTP method of the request. Default: unknown, which counts as a non-idempotent write.", HelpName = "M" };
    private static readonly Option<string?> s_path = new("--path", "-p") { Description = "The path of the request. Some codes mean different things by operation.", HelpName = "P" };
    private static readonly Option<string[]> s_header = new("--header", "-H") { Description = "A header of the answer or event, as \"Name: value\"; may be given several times.", HelpName = "K: V" };
    private static readonly Option<string?> s_receivedAt = new("--received-at") { Description = "When the answer was received, as an ISO 8601 time: the clock for dates in headers. Default: now.", HelpName = "TIME" };
    private static readonly Option<bool> s_event = new("--event") { Description = "The body is what the vendor sent later: a webhook, a receipt, a callback. Of several events in it, --output json is a list." };
    private static readonly Option<bool> s_explain = new("--explain", "-e") { Description = "Add the evidence, including the rules that lost." };
    private static readonly Option<bool> s_batch = new("--batch", "-b") { Description = "Read one JSON record per line and write one per line, in the same order." };
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Option<string?> s_output = OutputOption.Create("text (default), json or ndjson; with --batch and of a HAR file: ndjson.");
    private static readonly Argument<string> s_file = new("FILE") { Description = "The body, a HAR file, or with --batch the records; - for standard input.", DefaultValueFactory = _ => InputFile.StandardInput };

    internal static Command Create()
    {
        s_vendor.CompletionSources.Add(VendorCompletion.Vendors);
        var command = new Command("classify", "Says what an answer or event means. Exit status: 0 no failure, 1 a failure, or an event of unknown state, 2 wrong usage, 3 unreadable lines in a batch or entries in a HAR file.")
        {
            s_vendor, s_status, s_method, s_path, s_header, s_receivedAt, s_event, s_explain, s_batch, s_pack, s_output, s_file,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        string? id = arguments.GetValue(s_vendor);
        VendorRegistry registry = PackOption.Read(arguments.GetValue(s_pack), out IReadOnlyList<Vendor> own);
        bool isBatch = arguments.GetValue(s_batch);
        bool isEvent = arguments.GetValue(s_event);
        Vendor? vendor = id is null && isBatch ? null : VendorArgument.Parse(id, registry, own);
        string output = OutputOption.Parse(arguments.GetValue(s_output), isBatch ? "ndjson" : "text", "text", "json", "ndjson");
        string file = arguments.GetRequiredValue(s_file);
        if (isEvent)
        {
            RejectForEvents(arguments);
        }

        if (isBatch)
        {
            RejectForMany(arguments, "--batch", "put it into each record");
            return BatchRunner.Run(file, vendor, registry, isEvent);
        }

        KeyValuePair<string, IEnumerable<string>>[] headers = [.. (arguments.GetValue(s_header) ?? []).Select(HeaderArgument.Parse)];
        int status = arguments.GetValue(s_status) is { } text ? StatusArgument.Parse(text) : 0;
        DateTimeOffset? receivedAt = arguments.GetValue(s_receivedAt) is { } time ? ParseTime(time) : null;
        byte[] body = InputFile.ReadAll(file);
        if (IsHar(file, body))
        {
            RejectForMany(arguments, "a HAR file", "each entry has its own");
            return HarRunner.Run(body, vendor, registry, isEvent);
        }

        bool explain = arguments.GetValue(s_explain);
        return isEvent
            ? EventClassification.Run(vendor!, body, headers, output, explain)
            : Classify(vendor!, new VendorResponse(status, body) { Method = arguments.GetValue(s_method), Path = arguments.GetValue(s_path), Headers = headers, ReceivedAt = receivedAt }, output, explain);
    }

    private static int Classify(Vendor vendor, in VendorResponse response, string output, bool explain)
    {
        RejectWhatIsNoBody(response.Body, response.Status);
        VendorResult result = vendor.Explain(response);
        VendorOperation operation = vendor.Operation(response.Method, response.Path);
        RetryDecision decision = VendorRetryPolicy.Decide(result, operation);
        if (output is "json" or "ndjson")
        {
            var line = new JsonLine(JsonLine.BytesOfARecord);
            ResultFormat.Write(line, default, vendor, result, decision, new VendorJsonOptions { IncludeVendorWords = true, IncludeEvidence = explain });
            JsonOutput.WriteToConsole(line, isIndented: output == "json");
        }
        else
        {
            TextReport.Write(Terminal.Out(), vendor, result, operation, decision, explain, EventInput.IsEvent(vendor, response));
        }

        return result.IsFailure ? ExitCodes.ClassifiedFailure : ExitCodes.Success;
    }

    private static bool IsHar(string file, byte[] body) =>
        HarFile.IsHar(body, isWhole: true) == true
        || (string.Equals(Path.GetExtension(file), ".har", StringComparison.OrdinalIgnoreCase) ? throw new UsageException($"'{file}' is no HAR file, which is an object with log.entries, or it is cut before these") : false);

    private static void RejectWhatIsNoBody(ReadOnlySpan<byte> body, int status)
    {
        if (status == 0 && body.IsEmpty)
        {
            throw new UsageException("nothing to classify: the input is empty and no --status is given");
        }

        if (body.StartsWith("HTTP/1"u8) || body.StartsWith("HTTP/2"u8))
        {
            throw new UsageException("the input begins with the status line of HTTP; pass --status and --header, and only the body");
        }
    }

    private static void RejectForMany(ParseResult arguments, string what, string instead)
    {
        if (arguments.GetValue(s_output) is { } output && OutputOption.Parse(output, "ndjson", "text", "json", "ndjson") is not "ndjson" and var other)
        {
            throw new UsageException($"{what} writes ndjson, not {other}; omit --output or write --output ndjson");
        }

        if (arguments.GetValue(s_explain))
        {
            throw new UsageException($"--explain is for one answer or event, not for {what}");
        }

        if (FirstGiven(arguments, s_status, s_method, s_path, s_header, s_receivedAt) is { } option)
        {
            throw new UsageException($"{option.Name} cannot be used with {what}; {instead}");
        }
    }

    private static void RejectForEvents(ParseResult arguments)
    {
        if (FirstGiven(arguments, s_status, s_method, s_path, s_receivedAt) is { } option)
        {
            throw new UsageException($"{option.Name} cannot be used with --event; it is of an answer, and an event is none");
        }
    }

    private static Option? FirstGiven(ParseResult arguments, params Option[] options) => Array.Find(options, option => arguments.GetResult(option) is { Implicit: false });

    private static DateTimeOffset ParseTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw new UsageException($"invalid time '{text}'; write it as ISO 8601, for example 2026-05-01T12:00:00Z");
}
