using System.Globalization;
using System.Text.Json.Nodes;
using VendorErrors.Testing.Composition;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.LookUps;

/// <summary>A question about what the vendor did.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Request">The request.</param>
/// <param name="Done">What it did so far, the oldest first.</param>
/// <param name="Rules">When it shows that.</param>
/// <param name="Options">How answers are composed.</param>
internal sealed record LookUpRequest(Vendor Vendor, ReceivedRequest Request, IReadOnlyList<PastExecution> Done, LookUpRules Rules, ResponseOptions Options)
{
    public DateTimeOffset Now => Options.Time;

    /// <summary>What a list of executions shows.</summary>
    public IEnumerable<PastExecution> Listed(OperationKind kind) => Done.Where(done => done.Kind == kind && done.At + Rules.Delay <= Now);

    /// <summary>What a log of ended calls shows.</summary>
    public IEnumerable<PastExecution> EndedCalls => Done.Where(done => done.Kind == OperationKind.Dial && EndOf(done) + Rules.Delay <= Now);

    /// <summary>The calls that are in progress.</summary>
    public IEnumerable<PastExecution> LiveCalls => Done.Where(done => done.Kind == OperationKind.Dial && Now < EndOf(done));

    public DateTimeOffset EndOf(PastExecution call) => call.At + Rules.CallLength;

    /// <summary>A value of the query; null where it is not given or empty.</summary>
    public string? Value(string name) => Request.Query.LastOrDefault(value => string.Equals(value.Key, name, StringComparison.Ordinal)).Value is { Length: > 0 } text ? text : null;

    /// <summary>A number of the query within bounds; null where it is none.</summary>
    public int? Number(string name, int byDefault, int most) =>
        Value(name) is not { } text ? byDefault
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most ? number
        : null;

    /// <summary>Whether a number or id is the one that the query asks for, or it asks for none.</summary>
    public bool IsWanted(string name, string value) => Value(name) is not { } wanted || Subject.AreSame(wanted, value);

    public ComposedResponse Json(JsonNode body, int status = 200) => new(Vendor, status, JsonText.Of(body), Request.Method, Request.Path);

    public ComposedResponse Refuse(string code) => VendorResponses.For(Vendor, code, Options);
}
