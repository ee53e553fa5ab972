using System.Text;
using VendorErrors.Envelopes;
using VendorErrors.Rules;
using VendorErrors.Testing;
using VendorErrors.Tests.Envelopes.Json;

namespace VendorErrors.Tests.Properties;

/// <summary>Hostile answers in a vendor's own shape: its members with values of every kind, its bodies damaged, plain noise. The same seed makes the same answers.</summary>
internal sealed class VendorFuzzer
{
    internal static readonly int[] Statuses = [0, 200, 204, 304, 400, 401, 403, 404, 429, 500, 502, 599, 700, -5];

    private static readonly string[] s_values =
    [
        "0", "1", "2", "10", "-1", "-1001", "10004", "60002", "200", "401", "429", "500", "987654", "1.5", "1e9", "99999999999999999999", "\"0\"", "\"10\"", "\"QUEUED\"", "\"REJECTED\"",
        "\"NOT_CREATED\"", "\"CREATED\"", "\"error\"", "\"failed\"", "\"\"", "\"\\ud800\"", "null", "true", "false", "{}", "[]", "[null]", "[1,\"a\",{}]", "[[[]]]",
        "\"try again in 30 seconds\"", "\"quota, replenished in 2.13:47:06\"", "\"wait 99999999999 days\"", "[\"name must be a text\",\"x\"]", "\"2026-07-01T12:00:30Z\"",
    ];

    private static readonly string[] s_waits = ["5", "0", "-1", "1e9", "99999999999", "NaN", "garbage", "", "Wed, 01 Jul 2026 12:01:30 GMT", "2.5", "1000000001"];
    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "", "get"];
    private static readonly string[] s_routes = ["/x", "/v1/get_token", "/x/refresh_token", "/extension/delete", "/v1/verifications", "/v1/messages/1", "%", ""];

    private readonly Vendor _vendor;
    private readonly JsonGenerator _generator;
    private readonly string[] _paths;

    internal VendorFuzzer(Vendor vendor, int seed)
    {
        _vendor = vendor;
        _generator = new JsonGenerator(seed);
        _paths = [.. vendor.Definition.Envelopes.SelectMany(PathsOf).Concat(vendor.Definition.WaitHints.Select(hint => hint.Name)).Distinct(StringComparer.Ordinal)];
    }

    internal FuzzedResponse Next()
    {
        byte[] body = _generator.Next(5) switch
        {
            0 => Noise(),
            1 => Encoding.UTF8.GetBytes(VendorResponses.For(_vendor, _generator.Pick(_vendor.Codes.ToArray())).Body),
            2 => _generator.Damage(Encoding.UTF8.GetBytes(VendorResponses.For(_vendor, _generator.Pick(_vendor.Codes.ToArray()), new ResponseOptions { Message = "try again in 5 seconds" }).Body + " ")),
            _ => Encoding.UTF8.GetBytes(Members()),
        };
        bool named = _generator.Next(2) == 0;
        return new FuzzedResponse(
            _generator.Pick(Statuses),
            body,
            _generator.Next(2) == 0 ? null : Headers(),
            named ? _generator.Pick(s_methods) : null,
            named ? _generator.Pick(s_routes) : null);
    }

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

    private string Members()
    {
        var text = new StringBuilder("{");
        for (int count = _generator.Next(8); count >= 0; count--)
        {
            string path = _generator.Pick(_paths);
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
            Member(text, names[i]).Append(i == names.Length - 1 ? _generator.Pick(s_values) : "{");
        }

        return text.Append('}', names.Length - 1);
    }

    private static StringBuilder Member(StringBuilder text, string name) => text.Append('"').Append(name).Append("\":");

    private byte[] Noise()
    {
        byte[] bytes = new byte[_generator.Next(64)];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)_generator.Next(256);
        }

        if (bytes.Length > 0 && _generator.Next(2) == 0)
        {
            bytes[0] = _generator.Pick("{[<\""u8.ToArray());
        }

        return bytes;
    }

    private KeyValuePair<string, IEnumerable<string>>[] Headers() =>
    [
        new(_generator.Pick(["Retry-After", "retry-after-short", "X-RateLimit-Reset", "Content-Type"]), [_generator.Pick(s_waits), _generator.Pick(s_waits)]),
    ];
}
