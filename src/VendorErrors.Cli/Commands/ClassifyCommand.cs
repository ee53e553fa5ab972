using System.CommandLine;
using System.Globalization;
using VendorErrors.Cli.Batch;
using VendorErrors.Cli.Completion;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;
using VendorErrors.Cli.Pasting;
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
    private static readonly Option<string?> s_bodyField = new("--body-field") { Description = "The member of a JSON log record, or the column of a CSV file, that holds the body, such as fields.ResponseBody.", HelpName = "NAME" };
    private static readonly Option<bool> s_event = new("--event") { Description = "The body is what the vendor sent later: a webhook, a receipt, a callback. Of several events in it, --output json is a list." };
    private static readonly Option<bool> s_explain = new("--explain", "-e") { Description = "Add the evidence, including the rules that lost." };
    private static readonly Option<bool> s_batch = new("--batch", "-b") { Description = "Read one JSON record per line and write one per line, in the same order." };
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Option<string?> s_output = OutputOption.Create("text (default), json or ndjson; with --batch and of a HAR file: ndjson.");
    private static readonly Argument<string> s_file = new("FILE") { Description = "The body, or what curl -i or a log shows of it; a HAR or CSV file; with --batch the records; - for standard input.", DefaultValueFactory = _ => InputFile.StandardInput };

    internal static Command Create()
    {
        s_vendor.CompletionSources.Add(VendorCompletion.Vendors);
        var command = new Command("classify", "Says what an answer or event means. Exit status: 0 no failure, 1 a failure, or an event of unknown state, 2 wrong usage, 3 unreadable lines in a batch or entries in a HAR file.")
        {
            s_vendor, s_status, s_method, s_path, s_header, s_receivedAt, s_bodyField, s_event, s_explain, s_batch, s_pack, s_output, s_file,
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
            RejectBodyField(arguments, "--event");
        }

        if (isBatch)
        {
            RejectForMany(arguments, "--batch", "put it into each record");
            RejectBodyField(arguments, "--batch");
            return BatchRunner.Run(file, vendor, registry, isEvent);
        }

        KeyValuePair<string, IEnumerable<string>>[] headers = [.. (arguments.GetValue(s_header) ?? []).Select(HeaderArgument.Parse)];
        int status = arguments.GetValue(s_status) is { } text ? StatusArgument.Parse(text) : 0;
        DateTimeOffset? receivedAt = arguments.GetValue(s_receivedAt) is { } time ? ParseTime(time) : null;
        byte[] input = InputFile.ReadAll(file);
        if (isEvent)
        {
            return IsHar(file, input) ? RunHar(arguments, input, vendor, registry, isEvent) : EventClassification.Run(vendor!, input, headers, output, arguments.GetValue(s_explain));
        }

        PastedAnswer paste = PasteReader.Decode(input);
        if (IsHar(file, paste.Body))
        {
            return RunHar(arguments, paste.Body, vendor, registry, isEvent);
        }

        string? bodyField = arguments.GetValue(s_bodyField);
        if (CsvTable.Find(paste, bodyField) is { } table)
        {
            RejectForMany(arguments, "a CSV file", "each row has its own");
            PasteReader.Report([.. paste.Forms, string.Create(CultureInfo.InvariantCulture, $"CSV, {table.Rows.Count} row{(table.Rows.Count == 1 ? string.Empty : "s")}")]);
            return CsvRunner.Run(table, vendor!, registry, isEvent);
        }

        paste = new PasteReader(bytes => AnswerRecognition.IsTaken(vendor!, bytes), bodyField).Read(paste);
        var response = new VendorResponse(status == 0 ? paste.Status : status, paste.Body)
        {
            Method = arguments.GetValue(s_method) ?? paste.Method,
            Path = arguments.GetValue(s_path) ?? paste.Path,
            Headers = [.. headers, .. paste.Headers.Where(pasted => !Array.Exists(headers, given => string.Equals(given.Key, pasted.Key, StringComparison.OrdinalIgnoreCase)))],
            ReceivedAt = receivedAt,
        };
        RejectWhatIsNoBody(response.Body, response.Status);
        return Classify(vendor!, response, paste.Describe(status), output, arguments.GetValue(s_explain));
    }

    private static int RunHar(ParseResult arguments, byte[] body, Vendor? vendor, VendorRegistry registry, bool isEvent)
    {
        RejectForMany(arguments, "a HAR file", "each entry has its own");
        RejectBodyField(arguments, "a HAR file");
        return HarRunner.Run(body, vendor, registry, isEvent);
    }

    private static int Classify(Vendor vendor, in VendorResponse response, IReadOnlyList<string> forms, string output, bool explain)
    {
        VendorResult result = vendor.Explain(response);
        AnswerRecognition.Require(vendor, response, result, forms);
        PasteReader.Report(forms);
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

        RecordList.Reject(body);
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

    private static void RejectBodyField(ParseResult arguments, string what)
    {
        if (arguments.GetValue(s_bodyField) is not null)
        {
            throw new UsageException($"--body-field is for one pasted answer or a CSV file, not for {what}");
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
