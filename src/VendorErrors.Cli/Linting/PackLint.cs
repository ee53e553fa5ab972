using VendorErrors.Cli.Input;
using VendorErrors.Testing.Conformance;
using VendorErrors.Testing.Linting;

namespace VendorErrors.Cli.Linting;

/// <summary>Everything that can be found in packs: faults of the file, rules that never count, checks of the kit, and answers that are read otherwise.</summary>
internal static class PackLint
{
    private const string FaultRule = "pack-fault";
    private const string CheckRule = "conformance";

    internal static LintResult Of(IReadOnlyList<string> paths)
    {
        string[] files = [.. paths.SelectMany(PackOption.FilesOf)];
        foreach (string file in files)
        {
            InputFile.Require(file);
        }

        List<VendorFinding> findings = [];
        List<Vendor> sound = [];
        foreach (string file in files)
        {
            if (Read(file, findings) is { } vendor)
            {
                sound.Add(vendor);
            }
        }

        return new LintResult(string.Join(", ", files), findings) { IsOfPacks = true, Vendors = sound };
    }

    private static Vendor? Read(string file, List<VendorFinding> findings)
    {
        try
        {
            Vendor vendor = Vendor.Load(file);
            findings.AddRange(VendorLint.Check(vendor).Select(finding => new VendorFinding(vendor.Id, finding)));
            findings.AddRange(new Kit(vendor).Cases.Select(Fault).OfType<LintFinding>().Select(finding => new VendorFinding(vendor.Id, finding)));
            return vendor;
        }
        catch (VendorPackException e)
        {
            findings.AddRange(e.Faults.Select(fault => new VendorFinding(Path.GetFileName(file), new LintFinding(FaultRule, LintSeverity.Error, "the pack", fault)) { HasPlace = true }));
            return null;
        }
    }

    private static LintFinding? Fault(ConformanceCase check)
    {
        try
        {
            check.Verify();
            return null;
        }
        catch (ConformanceException e)
        {
            return new LintFinding(CheckRule, LintSeverity.Error, check.Subject, e.Message);
        }
    }

    private sealed class Kit(Vendor vendor) : VendorConformance
    {
        public override Vendor Vendor { get; } = vendor;
    }
}
