using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using VendorErrors.Cli.Batch;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;
using VendorErrors.Retries;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Commands;

/// <summary><c>classify</c>: one answer, or a batch of them.</summary>
internal static class ClassifyCommand
{
    private static readonly Option<string?> s_vendor = new("--vendor", "-v") { Description = "The vendor of the answer: an id of 'vendor-errors vendors'. With --batch: for records without one.", HelpName = "ID" };
    private static readonly Option<string?> s_status = new("--status", "-s") { Description = "The HTTP status. Default: unknown.", HelpName = "N" };
    private static readonly Option<string?> s_method = new("--method", "-m") { Description = "The HTTP method of the request. Default: unknown, which counts as a non-idempotent write.", HelpName = "M" };
    private static readonly Option<string?> s_path = new("--path", "-p") { Description = "The path of the request. Some codes mean different things by operation.", HelpName = "P" };
    private static readonly Option<string[]> s_header = new("--header", "-H") { Description = "A response header, as \"Name: value\"; may be given several times.", HelpName = "K: V" };
    private static readonly Option<string?> s_receivedAt = new("--received-at") { Description = "When the answer was received, as an ISO 8601 time: the clock for dates in headers. Default: now.", HelpName = "TIME" };
    private static readonly Option<bool> s_explain = new("--explain", "-e") { Description = "Add the evidence, including the rules that lost." };
    private static readonly Option<bool> s_batch = new("--batch", "-b") { Description = "Read one JSON record per line and write one per line, in the same order." };
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Option<string?> s_output = OutputOption.Create("text (default), json or ndjson; with --batch: ndjson.");
    private static readonly Argument<string> s_file = new("FILE") { Description = "The body, or with --batch the records; - for standard input.", DefaultValueFactory = _ => InputFile.StandardInput };

    internal static Command Create()
    {
        var command = new Command("classify", "Says what an answer means. Exit status: 0 no failure, 1 a failure, 2 wrong usage, 3 unreadable lines in a batch.")
        {
            s_vendor, s_status, s_method, s_path, s_header, s_receivedAt, s_explain, s_batch, s_pack, s_output, s_file,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        string? id = arguments.GetValue(s_vendor);
        VendorRegistry registry = PackOption.Read(arguments.GetValue(s_pack), out IReadOnlyList<Vendor> own);
        bool isBatch = arguments.GetValue(s_batch);
        Vendor? vendor = id is null && isBatch ? null : VendorArgument.Parse(id, registry, own);
        string output = OutputOption.Parse(arguments.GetValue(s_output), isBatch ? "ndjson" : "text", "text", "json", "ndjson");
        string file = arguments.GetRequiredValue(s_file);
        if (isBatch)
        {
            RejectForBatch(arguments, output);
            return BatchRunner.Run(file, vendor, registry);
        }

        string? method = arguments.GetValue(s_method);
        string? path = arguments.GetValue(s_path);
        int status = arguments.GetValue(s_status) is { } text ? StatusArgument.Parse(text) : 0;
        KeyValuePair<string, IEnumerable<string>>[] headers = [.. (arguments.GetValue(s_header) ?? []).Select(HeaderArgument.Parse)];
        DateTimeOffset? receivedAt = arguments.GetValue(s_receivedAt) is { } time ? ParseTime(time) : null;
        byte[] body = InputFile.ReadAll(file);
        RejectWhatIsNoBody(body, status);
        var response = new VendorResponse(status, body) { Method = method, Path = path, Headers = headers, ReceivedAt = receivedAt };
        VendorResult result = vendor!.Explain(response);
        VendorOperation operation = vendor.Operation(method, path);
        RetryDecision decision = VendorRetryPolicy.Decide(result, operation);
        bool explain = arguments.GetValue(s_explain);
        if (output is "json" or "ndjson")
        {
            var line = new JsonLine(JsonLine.BytesOfARecord);
            ResultFormat.Write(line, default, vendor, result, decision, new VendorJsonOptions { IncludeVendorWords = true, IncludeEvidence = explain });
            WriteJson(line, isIndented: output == "json");
        }
        else
        {
            TextReport.Write(Terminal.Out(), vendor, result, operation, decision, explain);
        }

        return result.IsFailure ? ExitCodes.ClassifiedFailure : ExitCodes.Success;
    }

    private static void WriteJson(JsonLine line, bool isIndented)
    {
        if (isIndented)
        {
            using JsonDocument document = JsonDocument.Parse(line.Written.ToArray());
            JsonOutput.WriteToConsole(document.WriteTo);
        }
        else
        {
            JsonOutput.WriteToConsole(line);
        }
    }

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

    private static void RejectForBatch(ParseResult arguments, string output)
    {
        if (output != "ndjson")
        {
            throw new UsageException($"--batch writes ndjson, not {output}; omit --output or write --output ndjson");
        }

        if (arguments.GetValue(s_explain))
        {
            throw new UsageException("--explain is for one answer, not for --batch");
        }

        foreach (Option option in new Option[] { s_status, s_method, s_path, s_header, s_receivedAt })
        {
            if (arguments.GetResult(option) is { Implicit: false })
            {
                throw new UsageException($"{option.Name} cannot be used with --batch; put it into each record");
            }
        }
    }

    private static DateTimeOffset ParseTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw new UsageException($"invalid time '{text}'; write it as ISO 8601, for example 2026-05-01T12:00:00Z");
}
