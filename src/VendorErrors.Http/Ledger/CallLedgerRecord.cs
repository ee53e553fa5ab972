using VendorErrors.Http.Ledger;

namespace VendorErrors.Http;

/// <summary>What the call ledger knows of a call, for operators. Holds neither the vendor's words nor a whole id. Immutable.</summary>
public sealed class CallLedgerRecord
{
    private readonly LedgerEntry _entry;
    private readonly LedgerData _data;

    internal CallLedgerRecord(LedgerEntry entry) => (_entry, _data) = (entry, LedgerData.Read(entry.Data));

    /// <summary>The keyed hash of its id.</summary>
    public string Key => _entry.Key;

    /// <summary>What is known.</summary>
    public LedgerState State => _entry.State;

    /// <summary>Whether nobody knows what became of it: its state is unknown, or its sender's lease is over.</summary>
    public bool IsEffectUnknown => State == LedgerState.Unknown || (State == LedgerState.Sending && _entry.LeaseLeft <= TimeSpan.Zero);

    /// <summary>For how long it has been in its state.</summary>
    public TimeSpan Age => _entry.Age;

    /// <summary>How much longer its lease runs; negative for how long it has been over, zero where there is none.</summary>
    public TimeSpan LeaseLeft => _entry.LeaseLeft;

    /// <summary>Its id with numbers masked; <see langword="null"/> where it was erased.</summary>
    public string? MaskedId => _data.Id;

    /// <summary>The id of its vendor; empty where it was erased.</summary>
    public string VendorId => _data.Vendor;

    /// <summary>Its account at the vendor.</summary>
    public string? Account => _data.Account;

    /// <summary>Method and redacted path.</summary>
    public string? Operation => _data.Operation;

    /// <summary>When its message was created.</summary>
    public DateTimeOffset CreatedAt => _data.CreatedAt;

    /// <summary>When it was claimed last, by the clock of its sender.</summary>
    public DateTimeOffset SentAt => _data.SentAt;

    /// <summary>The HTTP status of its answer; 0 where there was none.</summary>
    public int HttpStatus => _data.HttpStatus;

    /// <summary>How often a probe was asked since the last claim.</summary>
    public int Probes => _data.Probes;

    /// <summary>The vendor's id that a probe found.</summary>
    public string? FoundId => _data.VendorId;

    /// <summary>Who said what became of it, where no answer did: <c>probe</c> or <c>person</c>.</summary>
    public string? By => _data.By;

    /// <summary>Why a person said so.</summary>
    public string? Reason => _data.Reason;

    /// <summary>Which person said so, where that was given.</summary>
    public string? ResolvedBy => _data.ResolvedBy;

    /// <summary>Whether the vendor's answer is kept, for the next delivery; see <see cref="CallLedgerOptions.MaxAnswerBytes"/>.</summary>
    public bool HasAnswer => _data.Answer is not null;

    /// <summary>Who claimed it last: another text for each call of each process.</summary>
    public string Owner => _entry.Owner;

    /// <summary>The verdict as JSON, without the vendor's words; <see langword="null"/> where there is none.</summary>
    public string? Verdict => _data.Verdict?.GetRawText();

    /// <summary>Why a person cannot say what became of it; <see langword="null"/> where that is open.</summary>
    internal string? WhyNotResolvable => State switch
    {
        LedgerState.Done => "The call is done. Nothing was changed.",
        LedgerState.Refused => "The call surely did not happen, and the next delivery sends it. Nothing was changed.",
        _ when LeaseLeft > TimeSpan.Zero => FormattableString.Invariant($"The call is on its way or being looked up; its lease ends in {Math.Ceiling(LeaseLeft.TotalSeconds):0} s. Nothing was changed."),
        _ => null,
    };

    /// <summary>Masked id and state; safe to log.</summary>
    public override string ToString() => $"{MaskedId ?? Key}: {SnakeCase.Of(State)}";
}
