namespace VendorErrors.Cli.Reporting;

/// <summary>Counts what came from one vendor.</summary>
internal sealed class VendorTally
{
    internal long Answers { get; set; }

    internal long Failures { get; set; }

    internal long EffectUnknown { get; set; }

    internal long Events { get; set; }

    internal long EventFailures { get; set; }

    internal VendorCount ToCount(string vendor) => new(vendor, Answers, Failures, EffectUnknown, Events, EventFailures);
}
