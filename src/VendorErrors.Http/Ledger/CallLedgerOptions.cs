using Microsoft.Extensions.Options;

namespace VendorErrors.Http;

/// <summary>How the call ledger works. Read once, when the ledger is made. Not safe for writing by several threads.</summary>
public sealed class CallLedgerOptions
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    /// <summary>How long a sender has before nobody knows any more what became of its call. An attempt is canceled when it is over, and a call that goes on renews it.</summary>
    /// <value>Above zero, a day at the most. Default: 2 minutes.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// For how long the queue may deliver a message again, dead letters included. What is final is kept a day longer; an older message without an entry
    /// is taken for one whose entry was purged, and is not sent.
    /// </summary>
    /// <value>From an hour to ten years. Default: 35 days.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(35);

    /// <summary>
    /// How long after the end of the lease a probe is asked: longer than the vendor may take to execute a request, and than a sender may be
    /// suspended between its last look at the clock and the socket.
    /// </summary>
    /// <value>Above zero, a day at the most. Default: 1 minute.</value>
    public TimeSpan QuietTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a probe is asked about one call before it is left to a person.</summary>
    /// <value>From 0, for never, to 100. Default: 5.</value>
    public int MaxProbes { get; set; } = 5;

    /// <summary>How long the store may take before a claim, or after a call, counts as failed.</summary>
    /// <value>Above zero, a day at the most. Default: 5 seconds.</value>
    public TimeSpan StoreTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one question to the vendor may take.</summary>
    /// <value>Above zero, a day at the most. Default: 30 seconds.</value>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a call is sent all the same where the store cannot be reached. Then somebody may be called twice.</summary>
    /// <value>Default: no; it stops with <see cref="VendorErrors.Retries.StopReason.LedgerUnavailable"/>.</value>
    public bool SendWithoutLedger { get; set; }

    /// <summary>The secret of the fleet, 32 bytes or more, for the keyed hashes of ids and requests. All processes need the same: one with another, or without, gets an error and sends nothing.</summary>
    /// <value>Default: <see langword="null"/>; one is made once, and kept in the store. Of one that is given, the store keeps a hash.</value>
    public byte[]? Secret { get; set; }

    /// <summary>Final entries are kept so long.</summary>
    internal TimeSpan Keep => Retention + TimeSpan.FromDays(1);

    internal void ThrowIfInvalid()
    {
        List<string> faults = [];
        Check(Lease, nameof(Lease));
        Check(QuietTime, nameof(QuietTime));
        Check(StoreTimeout, nameof(StoreTimeout));
        Check(ProbeTimeout, nameof(ProbeTimeout));
        Add(Retention < TimeSpan.FromHours(1) || Retention > TimeSpan.FromDays(3650), $"Retention must be from an hour to 3650 days, and is {Retention}.");
        Add(MaxProbes is < 0 or > 100, $"MaxProbes must be from 0 to 100, and is {MaxProbes}.");
        Add(StoreTimeout >= Lease, $"StoreTimeout must be shorter than Lease, and is {StoreTimeout}.");
        Add(Secret is { Length: < 32 }, "Secret must have 32 bytes or more.");
        if (faults.Count > 0)
        {
            throw new OptionsValidationException(nameof(CallLedgerOptions), typeof(CallLedgerOptions), faults);
        }

        void Check(TimeSpan value, string name) => Add(value <= TimeSpan.Zero || value > s_longest, $"{name} must be above zero and a day at the most, and is {value}.");

        void Add(bool isFault, string fault)
        {
            if (isFault)
            {
                faults.Add(fault);
            }
        }
    }
}
