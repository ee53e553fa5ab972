using System.Globalization;
using System.Text;
using VendorErrors.Definitions;
using VendorErrors.Json;
using VendorErrors.Testing.Composition;
using VendorErrors.Testing.Conformance.Checks;

namespace VendorErrors.Testing.Conformance;

/// <summary>Hostile answers in a vendor's own shape: its members with values of every kind, its bodies damaged, plain noise. The same seed makes the same answers.</summary>
internal sealed class HostileAnswers
{
    internal static readonly int[] Statuses = [0, 200, 204, 304, 400, 401, 403, 404, 429, 500, 502, 599, 700, -5];

    private static readonly string[] s_values =
    [
        "0", "1", "2", "10", "-1", "200", "401", "429", "500", "987654", "1.5", "1e9", "99999999999999999999", "\"0\"", "\"10\"", "\"error\"", "\"failed\"", "\"\"",
        "\"\\ud800\"", "null", "true", "false", "{}", "[]", "[null]", "[1,\"a\",{}]", "[[[]]]",
        "\"try again in 30 seconds\"", "\"quota, replenished in 2.13:47:06\"", "\"wait 99999999999 days\"", "[\"name must be a text\",\"x\"]", "\"2026-07-01T12:00:30Z\"",
    ];

    // What others report a failure with.
    private static readonly string[] s_foreignPaths = ["success", "error", "status", "message", "errorMessage"];

    private static readonly string[] s_waits = ["5", "0", "-1", "1e9", "99999999999", "NaN", "garbage", "", "Wed, 01 Jul 2026 12:01:30 GMT", "2.5", "1000000001"];
    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "", "get"];

    private readonly Vendor _vendor;
    private readonly Random _random;
    private readonly CodeRow[] _rows;
    private readonly string[] _paths;
    private readonly string[] _ownValues;
    private readonly string[] _routes;
    private readonly string[] _headers;
    private readonly bool _looksIntoLists;

    internal HostileAnswers(Vendor vendor, int seed)
    {
        VendorDefinition definition = vendor.Definition;
        _vendor = vendor;
        _random = new Random(seed);
        _rows = [.. vendor.Codes];
        _paths = [.. definition.Envelopes.SelectMany(PathsOf).Concat(PathsIn(definition.WaitHints.Where(hint => hint.Source == WaitSource.BodyField).Select(hint => hint.Place))).Concat(s_foreignPaths).Append("x").Distinct(StringComparer.Ordinal)];
        _headers = ["Retry-After", "retry-after-short", "X-RateLimit-Reset", "Content-Type", .. HeadersOf(definition)];
        _looksIntoLists = Array.Exists(_paths, path => path.StartsWith("[]", StringComparison.Ordinal));
        _ownValues =
        [
            .. vendor.Codes.Select(row => row.Code).Concat(definition.Envelopes.SelectMany(TextsOf)).Distinct(StringComparer.Ordinal).Select(text => $"\"{text}\""),
            .. vendor.Codes.Select(row => row.Code).Where(code => long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
            "0",
        ];
        _routes =
        [
            .. RequiredRoutes(definition.RequiredEnvelope),
            .. definition.Operations.Select(rule => rule.Operation).Concat(vendor.Codes.Select(row => row.Operation).OfType<string>()).Select(operation => Operations.Split(operation).Path),
            .. definition.Products.SelectMany(product => product.Operations).Select(place => RequestChoice.At(place, operation: null)?.Path ?? "/x"),
            "/x", "/v1/messages/1", "%", string.Empty,
        ];
    }

    internal HostileAnswer Next()
    {
        byte[] body = _random.Next(5) switch
        {
            0 => Noise(),
            1 => Encoding.UTF8.GetBytes(Composed(new ResponseOptions())),
            2 => Damage.Apply(Encoding.UTF8.GetBytes(Composed(new ResponseOptions { Message = "try again in 5 seconds" }) + " "), _random),
            3 when _looksIntoLists => Encoding.UTF8.GetBytes($"[{Members()},{Members()}]"),
            3 when _vendor.Definition.ReadsXml => Damage.Apply(Encoding.UTF8.GetBytes($"<x><{Pick(s_foreignPaths)}>{Value().Trim('"')}</{Pick(s_foreignPaths)}></x>"), _random),
            _ => Encoding.UTF8.GetBytes(Members()),
        };
        bool named = _random.Next(2) == 0;
        return new HostileAnswer(
            Pick(Statuses),
            body,
            _random.Next(2) == 0 ? null : Headers(),
            named ? Pick(s_methods) : null,
            named ? Pick(_routes) : null);
    }

    private static IEnumerable<string> RequiredRoutes(RequiredEnvelope? required) =>
        required is null ? [] : required.Operations.Concat(required.Except).Select(operation => Operations.Split(string.Join("*", operation.Split(["**"], StringSplitOptions.None))).Path);

    private static IEnumerable<string> PathsOf(Envelope envelope)
    {
        IEnumerable<string> items = envelope.Items is { } shape
            ? PathsIn(shape.Code.Concat(shape.Message)).Concat(shape.Id).Append(shape.Status ?? "x").Select(path => $"{shape.Path}[].{path}").Append(shape.Path)
            : [];
        return PathsIn(SourcesOf(envelope)).Concat(items)
            .Concat(envelope.Fields.Select(field => field.Path))
            .Concat(envelope.Outcomes.SelectMany(rule => PathsOf(rule.When)))
            .Concat(PathsOf(envelope.When))
            .Append(envelope.Proof?.Path ?? "x");
    }

    private static IEnumerable<ValueSource> SourcesOf(Envelope envelope) => envelope.Code.Concat(envelope.InnerCode).Concat(envelope.Message).Concat(envelope.CorrelationId);

    // Of a list one entry, which may be the one that counts.
    private static IEnumerable<string> PathsIn(IEnumerable<ValueSource> sources) =>
        sources.Where(source => source.Header is null).SelectMany(source => source.List is { } list
            ? [$"{list}[].{source.Path}", .. PathsOf(source.Where!).Select(path => $"{list}[].{path}")]
            : (string[])[source.Path]);

    private static IEnumerable<string> HeadersOf(VendorDefinition definition) =>
        definition.Envelopes.SelectMany(envelope => SourcesOf(envelope).Concat(LeavesOf(envelope.When).Select(condition => condition.Source)))
            .Concat(definition.WaitHints.Select(hint => hint.Place)).Select(source => source.Header).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> PathsOf(Condition condition) => PathsIn(LeavesOf(condition).Select(leaf => leaf.Source));

    private static IEnumerable<Condition> LeavesOf(Condition condition) =>
        condition.Left is null ? [condition] : LeavesOf(condition.Left).Concat(condition.Right is { } right ? LeavesOf(right) : []);

    private static IEnumerable<string> TextsOf(Envelope envelope) =>
        TextsOf(envelope.When)
            .Concat(envelope.Outcomes.SelectMany(rule => TextsOf(rule.When)))
            .Concat(envelope.Items?.Failed is { } failed ? TextsOf(failed) : [])
            .Concat(envelope.Items?.Worked is { } worked ? TextsOf(worked) : [])
            .Concat(envelope.Proof is { } proof ? proof.NotExecuted.Concat(proof.Executed) : []);

    private static IEnumerable<string> TextsOf(Condition condition) => LeavesOf(condition).SelectMany(leaf => leaf.Texts);

    private string Composed(ResponseOptions options) => (_rows.Length == 0 ? null : Texts.TryCompose(_vendor, Pick(_rows), options))?.Body ?? "{}";

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private string Value() => Pick(_random.Next(3) == 0 ? _ownValues : s_values);

    private string Members()
    {
        var text = new StringBuilder("{");
        for (int count = _random.Next(8); count >= 0; count--)
        {
            var path = MemberPath.Of(Pick(_paths));
            if (path.Names.Length > 0)
            {
                Nested(text.Append(text.Length == 1 ? string.Empty : ","), path.Names);
            }
        }

        return text.Append('}').ToString();
    }

    private StringBuilder Nested(StringBuilder text, PathPart[] names)
    {
        Member(text, names[0].Name);
        PathPart[] rest = [.. names.Skip(1)];
        if (rest.Length == 0)
        {
            return text.Append(Value());
        }

        Nested(text.Append(names[0].IsList ? "[{" : "{"), rest).Append('}');
        return names[0].IsList ? Nested(text.Append(",{"), rest).Append("}]") : text;
    }

    private static StringBuilder Member(StringBuilder text, string name) => text.Append('"').Append(name).Append("\":");

    private byte[] Noise()
    {
        byte[] bytes = new byte[_random.Next(64)];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)_random.Next(256);
        }

        if (bytes.Length > 0 && _random.Next(2) == 0)
        {
            bytes[0] = Pick("{[<\""u8.ToArray());
        }

        return bytes;
    }

    private KeyValuePair<string, IEnumerable<string>>[] Headers() =>
    [
        new(Pick(_headers), [Pick(s_waits), Pick(s_waits)]),
        new(Pick(_headers), [Value().Trim('"')]),
    ];
}
