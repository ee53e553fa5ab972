using System.Globalization;
using System.Text;
using VendorErrors.Definitions;
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

    internal HostileAnswers(Vendor vendor, int seed)
    {
        VendorDefinition definition = vendor.Definition;
        _vendor = vendor;
        _random = new Random(seed);
        _rows = [.. vendor.Codes];
        _paths = [.. definition.Envelopes.SelectMany(PathsOf).Concat(definition.WaitHints.Select(hint => hint.Name)).Concat(s_foreignPaths).Append("x").Distinct(StringComparer.Ordinal)];
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
            ? shape.Code.Concat(shape.Message).Concat(shape.Id).Append(shape.Status ?? "x").Select(path => $"{shape.Path}[].{path}").Append(shape.Path)
            : [];
        return envelope.Code.Concat(envelope.Message).Concat(envelope.CorrelationId).Concat(items)
            .Concat(envelope.Fields.Select(field => field.Path))
            .Concat(envelope.Outcomes.SelectMany(rule => PathsOf(rule.When)))
            .Concat(PathsOf(envelope.When))
            .Append(envelope.Proof?.Path ?? "x");
    }

    private static IEnumerable<string> PathsOf(Condition condition) =>
        condition.Left is null ? [condition.Path] : PathsOf(condition.Left).Concat(PathsOf(condition.Right!));

    private static IEnumerable<string> TextsOf(Envelope envelope) =>
        TextsOf(envelope.When)
            .Concat(envelope.Outcomes.SelectMany(rule => TextsOf(rule.When)))
            .Concat(envelope.Items?.Failed is { } failed ? TextsOf(failed) : [])
            .Concat(envelope.Items?.Worked is { } worked ? TextsOf(worked) : [])
            .Concat(envelope.Proof is { } proof ? proof.NotExecuted.Concat(proof.Executed) : []);

    private static IEnumerable<string> TextsOf(Condition condition) =>
        condition.Left is null ? condition.Texts : TextsOf(condition.Left).Concat(TextsOf(condition.Right!));

    private string Composed(ResponseOptions options) => (_rows.Length == 0 ? null : Texts.TryCompose(_vendor, Pick(_rows), options))?.Body ?? "{}";

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private string Value() => Pick(_random.Next(3) == 0 ? _ownValues : s_values);

    private string Members()
    {
        var text = new StringBuilder("{");
        for (int count = _random.Next(8); count >= 0; count--)
        {
            string path = Pick(_paths);
            int list = path.IndexOf("[].", StringComparison.Ordinal);
            if (list >= 0)
            {
                Member(text, path[..list]).Append('[');
                Nested(text.Append('{'), path[(list + 3)..]).Append("},{");
                Nested(text, path[(list + 3)..]).Append("}]");
            }
            else
            {
                Nested(text, path);
            }

            text.Append(count == 0 ? string.Empty : ",");
        }

        return text.Append('}').ToString();
    }

    private StringBuilder Nested(StringBuilder text, string path)
    {
        string[] names = path.Split('.');
        for (var i = 0; i < names.Length; i++)
        {
            Member(text, names[i]).Append(i == names.Length - 1 ? Value() : "{");
        }

        return text.Append('}', names.Length - 1);
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
        new(Pick(["Retry-After", "retry-after-short", "X-RateLimit-Reset", "Content-Type"]), [Pick(s_waits), Pick(s_waits)]),
    ];
}
