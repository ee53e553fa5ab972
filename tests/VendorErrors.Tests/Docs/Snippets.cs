using VendorErrors.Definitions;
using VendorErrors.Retries;

namespace VendorErrors.Tests.Docs;

/// <summary>The C# of README and docs, line by line, so that it compiles; <see cref="SnippetTests"/> compares the two.</summary>
internal static class Snippets
{
    internal static void DirectUse(int status, string body)
    {
        // int status, string (or bytes) body: what came back.
        VendorOperation dial = Vendor.TalkdeskDialer.Operation("POST", "/Advanced Dialer/api/telephony/dial");
        VendorResult result = Vendor.TalkdeskDialer.Classify(status, body, dial);

        if (result.IsFailure)
        {
            Console.WriteLine($"{result.Error.Category}: {result.Error.Advice?.Text}");
        }

        RetryDecision decision = VendorRetryPolicy.Decide(result, dial);
        Console.WriteLine(decision);
    }

    internal static Vendor VendorFromOutside()
    {
        var acme = new Vendor("acme-voice", "Acme Voice", new VendorDefinition
        {
            Envelopes = [new Envelope("result", Condition.Has("result")) { Code = ["result"], Message = ["text"] }],
            Codes =
            [
                new CodeSection(new SourceDocument("Error codes", "docs.acme.example/errors"), Basis.Documented,
                [
                    new("0", "OK", VendorOutcome.Success),
                    new("17", "Busy", ErrorCategory.ConcurrencyLimited) { Wait = TimeSpan.FromSeconds(5) },
                ]),
            ],
        });
        return acme;
    }

    internal static Envelope EnvelopeWithHeaders()
    {
        Envelope envelope = new("service error", Condition.Has(ValueSource.FromHeader("x-amzn-ErrorType")))
        {
            Code = [new ValueSource("__type") { After = "#" }, ValueSource.FromHeader("x-amzn-ErrorType") with { Before = ":" }],
            Message = ["message"],
        };
        return envelope;
    }
}
