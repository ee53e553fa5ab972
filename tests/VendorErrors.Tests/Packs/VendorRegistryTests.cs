using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Packs;

/// <summary>The vendors of the library and of one's own, by id.</summary>
public sealed class VendorRegistryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("packs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void BuiltIn_Always_HasEveryVendorInTheOrderOfTheirIds() =>
        VendorRegistry.BuiltIn.Vendors.Select(vendor => vendor.Id).Should().BeInAscendingOrder(StringComparer.Ordinal).And.Contain(["talkdesk-dialer", "8x8-connect"]);

    [Fact]
    public void BuiltIn_Shapes_AreShapes() => VendorRegistry.BuiltIn.Shapes.Should().NotBeEmpty().And.OnlyContain(shape => shape.IsShape);

    [Fact]
    public void BuiltIn_Vendors_AreNoShapes() => VendorRegistry.BuiltIn.Vendors.Should().OnlyContain(vendor => !vendor.IsShape);

    [Theory]
    [InlineData("dexatel", "dexatel")]
    [InlineData(" Dexatel ", "dexatel")]
    [InlineData("rfc9457", "rfc9457")]
    [InlineData("dexa", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Find_AnyText_IsTheVendorOfThatIdOrNone(string? id, string? expected) => VendorRegistry.BuiltIn.Find(id)?.Id.Should().Be(expected);

    [Theory]
    [InlineData("yeastar", "yeastar-p-series,yeastar-s-series,yeastar-ycm")]
    [InlineData("8x8", "8x8-connect,8x8-contact-center")]
    [InlineData("8X8", "8x8-connect,8x8-contact-center")]
    [InlineData("dialer", "talkdesk-dialer")]
    [InlineData("dexatel", "dexatel")]
    [InlineData("nothing-like-it", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Candidates_AText_AreTheVendorsThatMayBeMeant(string? text, string expected) =>
        string.Join(',', VendorRegistry.BuiltIn.Candidates(text).Select(vendor => vendor.Id)).Should().Be(expected);

    [Fact]
    public void Candidates_AFormerName_IsItsVendor() =>
        VendorRegistry.BuiltIn.With(SmallPack.Load(SmallPack.And("\"formerly\": [\"Old Voice\"]"))).Candidates("old voice").Select(vendor => vendor.Id).Should().Equal("acme-voice");

    [Fact]
    public void Candidates_SeveralOfOnesOwn_AreAllOfThem() =>
        VendorRegistry.BuiltIn.With(Named("acme-voice")).With(Named("acme-fax")).Candidates("acme").Select(vendor => vendor.Id).Should().Equal("acme-fax", "acme-voice");

    [Fact]
    public void With_AVendor_LeavesTheFirstAsItWas()
    {
        VendorRegistry more = VendorRegistry.BuiltIn.With(Named("acme-voice"));

        more.Find("acme-voice").Should().NotBeNull();
        VendorRegistry.BuiltIn.Find("acme-voice").Should().BeNull();
    }

    [Fact]
    public void With_AnIdThatIsThere_IsRefused() =>
        Named("dexatel").Invoking(vendor => VendorRegistry.BuiltIn.With(vendor)).Should().Throw<ArgumentException>().WithMessage("There is a vendor with the id 'dexatel' already; choose another id, or*");

    [Fact]
    public void With_AnIdOfAShape_IsRefused() => Named("rfc9457").Invoking(vendor => VendorRegistry.BuiltIn.With(vendor)).Should().Throw<ArgumentException>();

    [Fact]
    public void With_Replace_TakesThePlace()
    {
        Vendor own = Named("dexatel");

        VendorRegistry.BuiltIn.With(own, replace: true).Vendors.Should().HaveSameCount(VendorRegistry.BuiltIn.Vendors).And.Contain(own).And.NotContain(Vendor.Dexatel);
    }

    [Fact]
    public void With_APackThatReplaces_TakesThePlace()
    {
        Vendor own = SmallPack.Load(SmallPack.And("\"replace\": true").Replace("acme-voice", "dexatel", StringComparison.Ordinal));

        VendorRegistry.BuiltIn.With(own).Find("dexatel").Should().BeSameAs(own);
    }

    [Fact]
    public void With_AShape_IsAShape()
    {
        Vendor shape = SmallPack.Load(SmallPack.And("\"shape\": true"));

        VendorRegistry registry = VendorRegistry.BuiltIn.With(shape);

        registry.Shapes.Should().Contain(shape);
        registry.Vendors.Should().NotContain(shape);
    }

    [Fact]
    public void With_NoVendor_IsRefused() => VendorRegistry.BuiltIn.Invoking(registry => registry.With(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void WithFolder_OfPacks_HasThemAll()
    {
        Write("a.json", SmallPack.Text);
        Write("b.json", SmallPack.With("acme-voice", "acme-fax"));

        VendorRegistry.BuiltIn.WithFolder(_folder).Vendors.Select(vendor => vendor.Id).Should().Contain(["acme-voice", "acme-fax"]);
    }

    [Fact]
    public void WithFolder_SchemaAndOtherFiles_ReadsOverThem()
    {
        Write("a.json", SmallPack.Text);
        Write("vendor-pack.schema.json", "{}");
        Write("notes.txt", "{}");
        _ = Directory.CreateDirectory(Path.Combine(_folder, "drafts"));
        Write(Path.Combine("drafts", "b.json"), "{}");

        VendorRegistry.BuiltIn.WithFolder(_folder).Vendors.Should().HaveCount(VendorRegistry.BuiltIn.Vendors.Count + 1);
    }

    [Fact]
    public void WithFolder_FaultsInSeveralFiles_SaysAllOfThem()
    {
        Write("a.json", SmallPack.With("rate_limited", "too_fast"));
        Write("b.json", "{");
        Write("c.json", SmallPack.Text);
        Write("d.json", SmallPack.Text);
        Write("e.json", SmallPack.With("acme-voice", "dexatel"));

        VendorPackException e = _folder.Invoking(folder => VendorRegistry.BuiltIn.WithFolder(folder)).Should().Throw<VendorPackException>().Which;

        e.FileName.Should().Be(_folder);
        e.Faults.Select(fault => fault.Split(": ")[0]).Should().Equal("a.json(12)", "b.json(1)", "d.json", "e.json");
        e.Faults[2].Should().EndWith("say that it is replaced (in a pack: \"replace\": true).");
    }

    [Fact]
    public void WithFolder_MoreThanAHundredFaults_SaysAHundred()
    {
        for (var i = 0; i < 120; i++)
        {
            Write($"{i}.json", "{");
        }

        _folder.Invoking(folder => VendorRegistry.BuiltIn.WithFolder(folder)).Should().Throw<VendorPackException>().Which.Faults.Should().HaveCount(100);
    }

    [Fact]
    public void WithFolder_ThatIsNotThere_SaysSo() => "none".Invoking(folder => VendorRegistry.BuiltIn.WithFolder(folder)).Should().Throw<DirectoryNotFoundException>();

    [Fact]
    public void VendorFind_OfAVendorOfTheLibrary_IsThatOfItsProperty() => Vendor.Find("talkdesk-dialer").Should().BeSameAs(Vendor.TalkdeskDialer);

    private static Vendor Named(string id) => SmallPack.Load(SmallPack.With("acme-voice", id));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
