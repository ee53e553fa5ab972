using System.Text;
using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Where an envelope is required, a 2xx without one is no success; where it is excepted, it is one.</summary>
internal static class RequiredEnvelopeCheck
{
    private const string Below = "/**";

    private static readonly string[] s_foreign = ["""{"foreign":true}""", """[{"foreign":true}]""", "plain words", string.Empty];

    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
    [
        new(vendor, "required envelope is asked for", "the required envelope", () => vendor.Definition.RequiredEnvelope is { } required ? FaultOf(vendor, required) : null),
    ];

    private static string? FaultOf(Vendor vendor, RequiredEnvelope required)
    {
        foreach (string operation in required.Operations)
        {
            (string method, string path) = RequestOf(operation);
            foreach (string body in s_foreign)
            {
                VendorResult result = Classify(vendor, method, path, body);
                if (!result.IsFailure)
                {
                    return $"at {method} {path} a body of {body.Length} bytes without an envelope is read as {result}; an envelope or an exception takes it, so make that one narrower.";
                }
            }
        }

        foreach (string operation in required.Except)
        {
            (string method, string path) = RequestOf(operation);
            if (!required.Operations.Any(wider => Covers(wider, method, operation)))
            {
                return $"the exception '{operation}' is for an operation that requires no envelope; correct or remove it.";
            }

            if (Classify(vendor, method, path, s_foreign[0]).IsFailure)
            {
                return $"at {method} {path}, which is excepted, a body without an envelope is no success; make the condition of the envelope that takes it narrower.";
            }
        }

        return null;
    }

    // An exception names the tail of a path; the operations may name what is before it.
    private static bool Covers(string wider, string method, string exception)
    {
        (_, string below) = RequestOf(wider);
        (_, string tail) = RequestOf(exception);
        return new OperationArea(wider) is var area && (area.Matches(method, tail) || area.Matches(method, $"{below[..(below.LastIndexOf('/') + 1)]}{tail.TrimStart('/')}"));
    }

    private static (string Method, string Path) RequestOf(string operation) =>
        Operations.Split(operation.EndsWith(Below, StringComparison.Ordinal) ? operation[..^1] : operation);

    private static VendorResult Classify(Vendor vendor, string method, string path, string body) =>
        vendor.Classify(new VendorResponse(200, Encoding.UTF8.GetBytes(body)) { Method = method, Path = path });
}
