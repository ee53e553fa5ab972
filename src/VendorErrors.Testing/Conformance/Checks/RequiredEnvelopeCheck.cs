using System.Text;
using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Where an envelope is required, a 2xx without one is no success; where it is excepted, it is one.</summary>
internal static class RequiredEnvelopeCheck
{
    private const string Below = "/**";

    private static readonly string[] s_foreign = ["""{"foreign":true}""", """[{"foreign":true}]""", "plain words", "<foreign><a>1</a></foreign>", string.Empty];

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

        foreach (string exception in required.Except)
        {
            (string method, string[] paths) = RequestsIn(required, exception);
            if (paths.Length == 0)
            {
                return $"the exception '{exception}' is for an operation that requires no envelope; correct or remove it.";
            }

            if (Array.Find(paths, path => Classify(vendor, method, path, s_foreign[0]).IsFailure) is { } failed)
            {
                return $"at {method} {failed}, which is excepted, a body without an envelope is no success; make the condition of the envelope that takes it narrower.";
            }
        }

        return null;
    }

    /// <summary>Requests that are excepted, and would require an envelope otherwise.</summary>
    private static (string Method, string[] Paths) RequestsIn(RequiredEnvelope required, string exception)
    {
        (string method, string tail) = RequestOf(exception);
        return (method, [.. required.Operations.SelectMany(wider => PathsIn(wider, exception, tail)).Distinct(StringComparer.Ordinal)
            .Where(path => new OperationArea(exception).Matches(method, path) && required.Operations.Any(wider => new OperationArea(wider).Matches(method, path)))]);
    }

    // An exception names the tail of a path, or all that is below one; the operations may name what is before it, or what is below it.
    private static IEnumerable<string> PathsIn(string wider, string exception, string tail)
    {
        (_, string below) = RequestOf(wider);
        yield return tail;
        yield return $"{below[..(below.LastIndexOf('/') + 1)]}{tail.TrimStart('/')}";
        if (exception.EndsWith(Below, StringComparison.Ordinal))
        {
            yield return $"{RequestOf(exception[..^Below.Length]).Path}/{Operations.Split(wider[OperationPattern.PathIn(wider)..].Replace("**", "*")).Path.TrimStart('/')}";
        }
    }

    private static (string Method, string Path) RequestOf(string operation) =>
        Operations.Split(operation.EndsWith(Below, StringComparison.Ordinal) ? operation[..^1] : operation);

    private static VendorResult Classify(Vendor vendor, string method, string path, string body) =>
        vendor.Classify(new VendorResponse(200, Encoding.UTF8.GetBytes(body)) { Method = method, Path = path });
}
