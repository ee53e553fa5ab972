using System.Text;
using VendorErrors.Classification;
using VendorErrors.Testing.Linting.Rules;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>However short a failure is cut, it passes for no success, neither as a whole nor while it is still coming.</summary>
internal static class CutBodyCheck
{
    private const string Rule = "cut failure is no success";

    // Every length of an ordinary body; of a large one as many, spread over it.
    private const int MostCuts = 4000;

    internal static IEnumerable<ConformanceCase> Of(Vendor vendor, IReadOnlyList<CapturedAnswer> captured) =>
    [
        .. vendor.Codes.Where(row => row.Outcome == VendorOutcome.Failure).Select(row => new ConformanceCase(vendor, Rule, RowLabel.Of(row), () =>
            Texts.TryCompose(vendor, row, new ResponseOptions()) is { } response ? FaultOf(vendor, response.Status, response.Body, response.Method, response.Path) : null)),
        // What the vendor sent cut is the beginning of any answer, a success included.
        .. captured.Where(answer => answer is { Outcome: VendorOutcome.Failure, Category: not ErrorCategory.ProtocolViolation }).Select(answer => new ConformanceCase(vendor, Rule, $"the captured answer '{answer.Name}'", () =>
            FaultOf(vendor, answer.Status, answer.Body, answer.Method, answer.Path))),
    ];

    private static string? FaultOf(Vendor vendor, int status, string body, string? method, string? path)
    {
        // The status alone decides on what is not read.
        byte[] bytes = body.Length > 0 && (body[0] is '{' or '[' || (body[0] == '<' && vendor.Definition.ReadsXml)) ? Encoding.UTF8.GetBytes(body) : [];
        int step = 1 + (bytes.Length / MostCuts);
        for (var length = 1; length < bytes.Length; length += step)
        {
            var response = new VendorResponse(status, bytes.AsSpan(0, length)) { Method = method, Path = path };
            if (vendor.Classify(response).IsSuccess || IsTakenForSuccess(vendor, response))
            {
                return $"the first {length} of its {bytes.Length} bytes pass for a success, and a streaming client reads no further; recognize the failure by a member that occurs in the body once.";
            }
        }

        return null;
    }

    private static bool IsTakenForSuccess(Vendor vendor, in VendorResponse response) =>
        response.Status is >= 200 and < 300
        && vendor.Definition.SuccessMayCarryError
        && Classifier.ClassifyBeginning(vendor.Catalog, response, out _, out _) == Truth.Yes;
}
