using System.Text;
using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>What holds for any answer to a vendor whose definition uses every word of the vocabulary.</summary>
[Trait("Category", "Slow")]
public class VocabularyProperties
{
    private const int Seed = 20261130;

    private static readonly int[] s_statuses = [200, 202, 207, 204, 299, 0, 304, 400, 401, 404, 429, 500, 503];
    private static readonly string[] s_paths = ["/sms/json", "https://rest.acme.example/sms/x", "/calls", "/other", "/v1/reports/7"];
    private static readonly string[] s_names = ["code", "inner", "type", "message", "details", "results", "errors", "to", "status", "id", "@type", "odata.error", "Error", "Code", "x", "_errors", "success", "error"];
    private static readonly string[] s_scalars =
        ["0", "17", "\"17\"", "\"Throttling.x\"", "\"urn:x#expired\"", "\"a\\/b#gone\"", "null", "true", "false", "404", "1.5", "\"sent\"", "\"failed\"", "\"\"", "\"\\u0023ok\"", "\"CMN-305\"", "-1", "\"please wait [ 7 ]\""];

    private static readonly string[] s_headers = ["X-Code", "WWW-Authenticate", "X-Id", "X-Usage", "Retry-After"];
    private static readonly string[] s_headerValues = ["17", "Bearer error=\"expired\"", "", "x:y#z", "{\"a\":[{\"minutes\":3}]}", "Throttling", "é", "ok"];

    private static readonly Vendor[] s_vendors = [Define(successMayCarryError: true), Define(successMayCarryError: false)];

    [Fact]
    public void Explain_AnyAnswer_HasTheVerdictOfClassify() => ForAnswers((vendor, response) =>
    {
        VendorResult brief = vendor.Classify(response);
        VendorResult full = vendor.Explain(response);

        (full.Outcome, full.Effect, full.Confidence, full.Category, full.Retry, full.Code, full.CodeName)
            .Should().Be((brief.Outcome, brief.Effect, brief.Confidence, brief.Category, brief.Retry, brief.Code, brief.CodeName), "of {0}", Text(response));
        full.Evidence.Should().NotBeEmpty();
        full.Evidence.Where(seen => seen.Source != EvidenceSource.Note).Select(seen => (int)seen.Source).Should().BeInDescendingOrder("of {0}", Text(response));
    });

    [Fact]
    public void Classify_HeadersUnderA2xx_ChangeNothing() => ForAnswers((vendor, response) =>
    {
        if (response.Status is < 200 or > 299)
        {
            return;
        }

        var bare = new VendorResponse(response.Status, response.Body) { Method = "POST", Path = response.Path };
        VendorResult with = vendor.Classify(response);
        VendorResult without = vendor.Classify(bare);

        // A wait in a header is the answer's, under any status.
        (with.Outcome, with.Effect, with.Confidence, with.Category, with.Code).Should().Be((without.Outcome, without.Effect, without.Confidence, without.Category, without.Code), "of {0}", Text(response));
    });

    [Fact]
    public void ClassifyBeginning_AnyAnswer_SaysNothingThatTheRestTakesBack() => ForAnswers((vendor, response) =>
    {
        // Of a vendor whose 2xx tells the truth the first member decides, by its own word; and only a 2xx is asked.
        VendorResult whole = vendor.Classify(response);
        for (var length = 0; vendor.Definition.SuccessMayCarryError && response.Status is >= 200 and <= 299 && length <= response.Body.Length; length++)
        {
            Truth isSuccess = Classifier.ClassifyBeginning(vendor.Catalog, response.WithBody(response.Body[..length]), out VendorResult success, out _);
            if (isSuccess == Truth.Yes)
            {
                // What is broken or comes twice after the verdict is not waited for.
                if (whole.Category != ProtocolViolation && !HasTwice(response.Body))
                {
                    (success.Outcome, success.Effect, success.Confidence, success.Code).Should().Be((whole.Outcome, whole.Effect, whole.Confidence, whole.Code), "of {0} of {1}", length, Text(response));
                }

                break;
            }
        }
    });

    [Fact]
    public void Classify_AnyBytes_ThrowNothing()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Effort.Of(20_000); i++)
        {
            byte[] bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);
            if (random.Next(2) == 0 && bytes.Length > 0)
            {
                bytes[0] = (byte)"<{["[random.Next(3)];
            }

            s_vendors[i % 2].Explain(new VendorResponse(s_statuses[random.Next(s_statuses.Length)], bytes)).Evidence.Should().NotBeEmpty();
        }
    }

    private static void ForAnswers(Action<Vendor, VendorResponseOf> check)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Effort.Of(20_000); i++)
        {
            byte[] body = Encoding.UTF8.GetBytes(random.Next(8) == 0 ? Xml(random) : Value(random, 3));
            body = random.Next(10) == 0 ? body[..random.Next(body.Length)] : body;
            check(s_vendors[i % 2], new VendorResponseOf(s_statuses[random.Next(s_statuses.Length)], body, random.Next(3) == 0 ? null : s_paths[random.Next(s_paths.Length)],
                [.. Enumerable.Range(0, random.Next(3)).Select(_ => new KeyValuePair<string, IEnumerable<string>>(s_headers[random.Next(s_headers.Length)], [s_headerValues[random.Next(s_headerValues.Length)]]))]));
        }
    }

    private static string Value(Random random, int depth) => depth == 0 ? s_scalars[random.Next(s_scalars.Length)] : random.Next(6) switch
    {
        0 => "[" + string.Join(",", Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, depth - 1))) + "]",
        1 when depth < 3 => s_scalars[random.Next(s_scalars.Length)],
        _ => "{" + string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => $"\"{s_names[random.Next(s_names.Length)]}\":{Value(random, depth - 1)}")) + "}",
    };

    private static string Xml(Random random)
    {
        string name = s_names[random.Next(s_names.Length)].Replace("@", string.Empty, StringComparison.Ordinal);
        return $"<{name}>{(random.Next(3) == 0 ? s_scalars[random.Next(s_scalars.Length)] : string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => Xml(random))))}</{name}>";
    }

    private static bool HasTwice(ReadOnlySpan<byte> body)
    {
        string text = Encoding.UTF8.GetString(body);
        return s_names.Any(name => text.Split($"\"{name}\":", StringSplitOptions.None).Length > 2);
    }

    private static string Text(VendorResponseOf response) => $"{response.Status} {response.Path} {Encoding.UTF8.GetString(response.Body)} {string.Join(";", response.Headers.Select(header => $"{header.Key}={header.Value.First()}"))}";

    private static Vendor Define(bool successMayCarryError) => new("acme", "Acme", new VendorDefinition
    {
        SuccessMayCarryError = successMayCarryError,
        ReadsXml = true,
        Products = [new VendorProduct("sms", "SMS", "rest.acme.example/sms/**")],
        RequiredEnvelope = new RequiredEnvelope("POST calls"),
        Envelopes =
        [
            new Envelope("sms", Condition.Has("code").And(Condition.Not(Condition.Has("results")))) { Product = "sms", Code = ["code", ValueSource.FromHeader("X-Code")], InnerCode = ["inner"], Message = ["message"], CorrelationId = [ValueSource.FromHeader("X-Id"), "id"] },
            new Envelope("typed", Condition.Has("type")) { Code = [ValueSource.FromHeader("X-Code"), new ValueSource("type") { After = "#" }], Outcomes = [new OutcomeRule(Condition.Not(Condition.IsTrue("success")).And(Condition.Has("success")), VendorOutcome.Failure)] },
            new Envelope("bearer", Condition.Has(ValueSource.FromHeader("WWW-Authenticate"))) { Code = [ValueSource.FromHeader("WWW-Authenticate") with { After = "error=\"", Before = "\"" }] },
            new Envelope("results", Condition.NotEmpty("results")) { Items = new ItemShape("results") { Failed = Condition.Not(Condition.Is("status", "sent")), Code = ["code"], Id = ["to"], Lead = ItemLead.First } },
            new Envelope("batch", Condition.Has("[].status")) { Items = new ItemShape("[]") { Failed = Condition.Between("status", 400, 599), Code = ["code"], Status = "status" } },
            new Envelope("odata", Condition.Has("'odata.error'.code")) { Code = ["'odata.error'.code"] },
            new Envelope("xml", Condition.Has("Code").And(Condition.Is("<root>", "Error"))) { Code = ["Code"] },
            new Envelope("picked", Condition.Has("details")) { Code = [ValueSource.InList("details", Condition.Has("@type"), "code")] },
            new Envelope("failure", Condition.Has("errors")) { OnlyOnFailure = true, Fields = [new FieldShape("errors") { Layout = FieldLayout.Tree, Code = "code" }, new FieldShape("details") { Layout = FieldLayout.Map }] },
        ],
        Codes =
        [
            Acme.Section(
                new("0", "Fine", VendorOutcome.Success),
                new("ok", "Fine", VendorOutcome.Success),
                new("17", "Busy", ConcurrencyLimited),
                new("17", "Busy by header", RateLimited) { When = Condition.Has(ValueSource.FromHeader("X-Usage")) },
                new("expired", "Expired", CredentialExpired),
                new("CMN-301", "Common", InvalidState) { LastCode = "CMN-310" },
                new("Throttling*", "Throttled", RateLimited),
                new("*", "Refused", ValidationFailed)),
        ],
        WaitHints =
        [
            WaitHint.HeaderJson("X-Usage", "minutes", WaitUnit.Minutes), WaitHint.Message("please wait [", "]", WaitUnit.Seconds),
            WaitHint.BodyField(ValueSource.InList("details", Condition.Has("status"), "to"), WaitUnit.Duration),
        ],
    });

    /// <summary>An answer that can be kept, unlike a <see cref="VendorResponse"/>.</summary>
    private sealed record VendorResponseOf(int Status, byte[] Bytes, string? Path, KeyValuePair<string, IEnumerable<string>>[] Headers)
    {
        public ReadOnlySpan<byte> Body => Bytes;

        private const string Post = "POST";

        public static implicit operator VendorResponse(VendorResponseOf answer) => new(answer.Status, answer.Bytes) { Method = Post, Path = answer.Path, Headers = answer.Headers };

        public VendorResponse WithBody(ReadOnlySpan<byte> body) => new(Status, body) { Method = Post, Path = Path, Headers = Headers };
    }
}
