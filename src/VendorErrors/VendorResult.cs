using System.Diagnostics.CodeAnalysis;
using VendorErrors.Definitions;

namespace VendorErrors;

/// <summary>
/// What an answer means. A struct that allocates nothing on success; its default value is <see cref="VendorOutcome.Undetermined"/>,
/// which is not a success. Immutable and safe for use by several threads.
/// </summary>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(VendorResultJsonConverter))]
#endif
public readonly struct VendorResult : IEquatable<VendorResult>
{
    private readonly CodeRow? _row;

    internal VendorResult(VendorOutcome outcome, Effect effect, Confidence confidence, CodeRow? row)
    {
        Outcome = outcome;
        Effect = effect;
        Confidence = confidence;
        _row = row;
    }

    internal VendorResult(VendorAnswer answer)
        : this(answer.Outcome, answer.Effect, answer.Confidence, row: null) => Answer = answer;

    /// <summary>Did the vendor do what was asked?</summary>
    public VendorOutcome Outcome { get; }

    /// <summary>May the side effect exist at the vendor now?</summary>
    public Effect Effect { get; }

    /// <summary>How sure the classification is.</summary>
    public Confidence Confidence { get; }

    /// <summary>
    /// What the vendor said. Always there on anything but a plain success; on a plain success only
    /// when <see cref="Vendor.Explain(in VendorResponse)"/> was asked.
    /// </summary>
    public VendorAnswer? Answer { get; }

    /// <summary>The failure; <see langword="null"/> on every other outcome.</summary>
    public VendorError? Error => Answer as VendorError;

    /// <summary>Whether it failed; then <see cref="Error"/> says how.</summary>
    [MemberNotNullWhen(true, nameof(Error), nameof(Answer))]
    public bool IsFailure => Outcome == VendorOutcome.Failure;

    /// <summary>Whether everything that was asked was done, or will be. A partial success is neither this nor a failure.</summary>
    public bool IsSuccess => Outcome is VendorOutcome.Success or VendorOutcome.SuccessWithWarning or VendorOutcome.Accepted;

    /// <summary>What went wrong; <see langword="null"/> where nothing did.</summary>
    public ErrorCategory? Category => Error?.Category;

    /// <summary>The vendor's code as text, on success too; <see langword="null"/> where the answer holds none.</summary>
    public string? Code => Answer is null ? _row?.Code : Answer.Code;

    /// <summary>The catalog's name for <see cref="Code"/>.</summary>
    public string? CodeName => Answer is null ? _row?.Name : Answer.CodeName;

    /// <summary>What the error says about sending again; never, where nothing failed.</summary>
    public RetryAdvice Retry => Error?.Retry ?? default;

    /// <summary>What was seen and which rules won; empty on a plain success that nobody asked to explain.</summary>
    public IReadOnlyList<Evidence> Evidence => Answer?.Evidence ?? [];

#if NET
    /// <summary>A verdict from JSON, as <see cref="ToJson"/> and the shell write it, in this version or another.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="options">Vendors of your own. Default: none.</param>
    /// <exception cref="System.Text.Json.JsonException">It is no JSON, no object, or a failure that names no vendor.</exception>
    public static VendorResult FromJson(string json, VendorJsonOptions? options = null)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return Storage.ResultReader.Read(document.RootElement, options ?? VendorJsonOptions.Default);
    }

    /// <summary>
    /// The verdict as one line of JSON, to be kept and read again with <see cref="FromJson"/>: in a dead-letter queue, a database, a log. In the
    /// format of the shell, without its decision.
    /// </summary>
    /// <param name="options">What goes along. Default: the verdict without the vendor's words.</param>
    public string ToJson(VendorJsonOptions? options = null)
    {
        var json = new Storage.JsonLine(Storage.JsonLine.BytesOfARecord);
        Storage.ResultFormat.Write(json, this, options ?? VendorJsonOptions.Default);
        return System.Text.Encoding.UTF8.GetString(json.Written);
    }
#endif

    /// <summary>Whether two results are the very same.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(VendorResult left, VendorResult right) => left.Equals(right);

    /// <summary>Whether two results differ.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(VendorResult left, VendorResult right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(VendorResult other) =>
        Outcome == other.Outcome && Effect == other.Effect && Confidence == other.Confidence
        && ReferenceEquals(_row, other._row) && ReferenceEquals(Answer, other.Answer);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is VendorResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Outcome * 31) + (int)Effect + (Answer?.GetHashCode() ?? 0);

    /// <summary>Outcome or category and redacted code; nothing of the vendor's text, so it is safe to log.</summary>
    public override string ToString() => Answer?.ToString() ?? SnakeCase.Of(Outcome);
}
