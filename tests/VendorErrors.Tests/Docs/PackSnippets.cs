using VendorErrors.Testing.Conformance;

namespace VendorErrors.Tests.Docs;

/// <summary>The C# of docs/add-a-vendor.md, and of the entry points that read packs.</summary>
internal static class PackSnippets
{
    internal static Vendor OfTheTutorial()
    {
        Vendor acme = Vendor.Load("packs/acme-voice.json");
        VendorRegistry vendors = VendorRegistry.BuiltIn.WithFolder("packs");
        return vendors.Find(acme.Id)!;
    }

    internal static VendorResult FromAFile(int status, string body)
    {
        using FileStream file = File.OpenRead("acme-voice.json");
        Vendor acme = Vendor.Load(file, "acme-voice.json");
        VendorResult result = acme.Classify(status, body);
        return result;
    }

    internal static Vendor Chosen(string vendorId)
    {
        VendorRegistry vendors = VendorRegistry.BuiltIn.WithFolder("packs");
        Vendor vendor = vendors.Find(vendorId) ?? throw new ArgumentException($"'{vendorId}' may be {string.Join(" or ", vendors.Candidates(vendorId))}.", nameof(vendorId));
        return vendor;
    }

    public sealed class AcmeVoiceConformance : VendorConformance
    {
        public override Vendor Vendor { get; } = Vendor.Load("packs/acme-voice.json");
    }
}
