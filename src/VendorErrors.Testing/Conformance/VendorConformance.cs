using VendorErrors.Testing.Conformance.Checks;

namespace VendorErrors.Testing.Conformance;

/// <summary>
/// What a vendor definition has to fulfill, this library's own included: derive from it, name your vendor, and run
/// <see cref="Cases"/> as a theory of the test framework you use, or <see cref="VerifyAll"/>. Safe for use by several threads.
/// </summary>
/// <example>
/// <code>
/// public sealed class AcmeVoiceConformance : VendorConformance
/// {
///     public override Vendor Vendor => AcmeVoice.Vendor;
///
///     public override IReadOnlyList&lt;CapturedAnswer&gt; Captured =>
///     [
///         new("all lines are busy", 200, """{ "result": "17", "text": "all lines are busy" }""", ErrorCategory.ConcurrencyLimited)
///         {
///             Method = "POST",
///             Path = "/v1/calls",
///             Effect = Effect.None,
///             Code = "17",
///             Wait = TimeSpan.FromSeconds(5),
///         },
///         new("call placed", 200, """{ "result": 0, "call": "c-1" }""", VendorOutcome.Success),
///     ];
/// }
/// </code>
/// </example>
public abstract class VendorConformance
{
    private readonly Lazy<ConformanceCase[]> _cases;

    /// <summary>Creates the set; the cases are made when they are first asked for.</summary>
    protected VendorConformance() => _cases = new Lazy<ConformanceCase[]>(() => [.. CasesOf(Vendor, Captured, CapturedEvents)]);

    /// <summary>The vendor to check.</summary>
    public abstract Vendor Vendor { get; }

    /// <summary>Answers captured from the vendor, and what they have to mean.</summary>
    /// <value>Default: those that the vendor's pack carries.</value>
    public virtual IReadOnlyList<CapturedAnswer> Captured => CapturedAnswer.Of(Vendor);

    /// <summary>Events captured from the vendor, and what they have to mean.</summary>
    /// <value>Default: those that the vendor's pack carries.</value>
    public virtual IReadOnlyList<CapturedEvent> CapturedEvents => CapturedEvent.Of(Vendor);

    /// <summary>Every check, one for each row, shape and captured answer; the same ones in the same order each time.</summary>
    public IReadOnlyList<ConformanceCase> Cases => _cases.Value;

    /// <summary>Runs every check.</summary>
    /// <exception cref="ConformanceException">Some failed; the message lists all their faults, a line each.</exception>
    public void VerifyAll()
    {
        string[] faults = [.. Cases.Select(entry => entry.Fault()).OfType<string>()];
        if (faults.Length > 0)
        {
            throw new ConformanceException($"{faults.Length} of {Cases.Count} checks of {Vendor.Id} failed.{string.Concat(faults.Select(fault => $"\n- {fault}"))}");
        }
    }

    private static IEnumerable<ConformanceCase> CasesOf(Vendor vendor, IReadOnlyList<CapturedAnswer> captured, IReadOnlyList<CapturedEvent> events) =>
    [
        .. IdentityCheck.Of(vendor),
        .. DefinitionFaultCheck.Of(vendor),
        .. ShapeNameCheck.Of(vendor),
        .. ShapeCheck.Of(vendor),
        .. RowFormCheck.Of(vendor),
        .. RowCheck.Of(vendor),
        .. OptionCheck.Of(vendor),
        .. WaitHintCheck.Of(vendor),
        .. SuccessCheck.Of(vendor),
        .. UnlistedCodeCheck.Of(vendor),
        .. MisleadingWordsCheck.Of(vendor),
        .. SecrecyCheck.Of(vendor),
        .. CutBodyCheck.Of(vendor, captured),
        .. HostileAnswerCheck.Of(vendor),
        .. OperationCheck.Of(vendor),
        .. RequiredEnvelopeCheck.Of(vendor),
        .. CapturedAnswerCheck.Of(vendor, captured),
        .. EventShapeCheck.Of(vendor, events),
        .. HostileEventCheck.Of(vendor, events),
        .. CapturedEventCheck.Of(vendor, events),
    ];
}
