namespace VendorErrors.Testing.Conformance;

/// <summary>One check of one row, shape or answer of a vendor. Immutable and safe for use by several threads.</summary>
public sealed class ConformanceCase
{
    private readonly Vendor _vendor;
    private readonly Func<string?> _findFault;

    internal ConformanceCase(Vendor vendor, string rule, string subject, Func<string?> findFault)
    {
        _vendor = vendor;
        _findFault = findFault;
        Rule = rule;
        Subject = subject;
    }

    /// <summary>What has to hold, such as <c>row is read as itself</c>; the same for all subjects.</summary>
    public string Rule { get; }

    /// <summary>What it has to hold for: a row, a shape, an operation, a captured answer.</summary>
    public string Subject { get; }

    /// <summary>Runs the check.</summary>
    /// <exception cref="ConformanceException">It does not hold; the message says what is wrong, where, and what to do.</exception>
    public void Verify()
    {
        if (Fault() is { } fault)
        {
            throw new ConformanceException(fault);
        }
    }

    /// <summary>Vendor, rule and subject, as a name for the test.</summary>
    public override string ToString() => $"{_vendor.Id}: {Rule}: {Subject}";

    /// <summary>What is wrong, where, and what to do; null where the check holds.</summary>
    internal string? Fault()
    {
        string? fault;
        try
        {
            fault = _findFault();
        }
#pragma warning disable CA1031 // No definition may make the classification throw: whatever is thrown is the fault.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            fault = $"{thrown.GetType().Name}, {thrown.Message.TrimEnd('.')}; look for a value that is missing in the definition.";
        }

        return fault is null ? null : $"{_vendor.Id}, {Subject}: {fault}";
    }
}
