using System.IO.Compression;
using VendorErrors.Build.Packages;

namespace VendorErrors.Build.Tests;

public sealed class PackageTests : IDisposable
{
    private const string Description = """<package><metadata><license type="expression">MIT</license></metadata></package>""";
    private readonly TemporaryFolder _work = new();
    private readonly string _one;
    private readonly string _another;

    public PackageTests()
    {
        _one = Directory.CreateDirectory(_work.PathOf("one")).FullName;
        _another = Directory.CreateDirectory(_work.PathOf("another")).FullName;
        File.WriteAllText(_work.PathOf("README.md"), "read me");
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Compare_SameBytes_HasNoProblem()
    {
        File.WriteAllText(Path.Combine(_one, "a.nupkg"), "x");
        File.WriteAllText(Path.Combine(_another, "a.nupkg"), "x");
        PackageComparison.Compare(_one, _another).Should().BeEmpty();
    }

    [Fact]
    public void Compare_OneByteDiffers_NamesThePackage()
    {
        File.WriteAllText(Path.Combine(_one, "a.nupkg"), "x");
        File.WriteAllText(Path.Combine(_another, "a.nupkg"), "y");
        PackageComparison.Compare(_one, _another).Should().Equal("a.nupkg is not the same from another folder");
    }

    [Fact]
    public void Compare_PackageInOneFolderOnly_NamesIt()
    {
        File.WriteAllText(Path.Combine(_another, "a.nupkg"), "x");
        PackageComparison.Compare(_one, _another).Should().Equal("a.nupkg is in one of the folders only");
    }

    [Fact]
    public void Compare_NoPackages_IsAProblem() => PackageComparison.Compare(_one, _another).Should().ContainSingle();

    [Fact]
    public void CheckLibrary_CompletePackage_HasNoProblem()
    {
        WriteLibrary(without: null, Description);
        CheckLibrary().Should().BeEmpty();
    }

    [Theory]
    [InlineData("icon.png", "Acme.1.2.3.nupkg lacks icon.png")]
    [InlineData("README.md", "Acme.1.2.3.nupkg lacks README.md")]
    [InlineData("lib/net8.0/Acme.dll", "Acme.1.2.3.nupkg lacks lib/net8.0/Acme.dll")]
    [InlineData("lib/netstandard2.0/Acme.xml", "Acme.1.2.3.nupkg lacks lib/netstandard2.0/Acme.xml")]
    [InlineData("lib/net10.0/Acme.pdb", "Acme.1.2.3.snupkg lacks lib/net10.0/Acme.pdb")]
    public void CheckLibrary_MissingEntry_IsNamed(string entry, string problem)
    {
        WriteLibrary(without: entry, Description);
        CheckLibrary().Should().Equal(problem);
    }

    [Fact]
    public void CheckLibrary_OtherReadmeOrLicense_IsAProblem()
    {
        WriteLibrary(without: null, Description.Replace("MIT", "GPL-3.0-only", StringComparison.Ordinal));
        File.WriteAllText(_work.PathOf("README.md"), "read me again");
        CheckLibrary().Should().Equal("Acme.1.2.3.nupkg has another README than the sources", "Acme.1.2.3.nupkg names no license");
    }

    [Theory]
    [InlineData("[1.2.3]", true)]
    [InlineData("1.2.3", false)]
    [InlineData("[1.2.2]", false)]
    public void CheckLibrary_DependencyOnAnotherPackageOfOurs_IsExact(string range, bool isExact)
    {
        string dependencies = $"""<dependencies><dependency id="VendorErrors" version="{range}" /><dependency id="Polly.Core" version="8.9.1" /></dependencies>""";
        WriteLibrary(without: null, Description.Replace("</metadata>", dependencies + "</metadata>", StringComparison.Ordinal));
        CheckLibrary().Should().Equal(isExact ? [] : [$"Acme.1.2.3.nupkg depends on VendorErrors {range}, which is not exactly [1.2.3]"]);
    }

    [Fact]
    public void CheckTool_NoPackage_IsAProblem() =>
        PackageContents.CheckTool(_one, "Acme", "1.2.3", _work.PathOf("README.md")).Should().Equal("Acme.1.2.3.nupkg is missing", "Acme.1.2.3.snupkg is missing");

    private IEnumerable<string> CheckLibrary() => PackageContents.CheckLibrary(_one, "Acme", "1.2.3", _work.PathOf("README.md"));

    private void WriteLibrary(string? without, string description)
    {
        using ZipArchive package = ZipFile.Open(Path.Combine(_one, "Acme.1.2.3.nupkg"), ZipArchiveMode.Create);
        using ZipArchive symbols = ZipFile.Open(Path.Combine(_one, "Acme.1.2.3.snupkg"), ZipArchiveMode.Create);
        Write(package, "README.md", "read me");
        Write(package, "icon.png", "a picture");
        Write(package, "Acme.nuspec", description);
        foreach (string framework in new[] { "net10.0", "net8.0", "netstandard2.0" })
        {
            Write(package, $"lib/{framework}/Acme.dll", "code");
            Write(package, $"lib/{framework}/Acme.xml", "documentation");
            Write(symbols, $"lib/{framework}/Acme.pdb", "symbols");
        }

        void Write(ZipArchive archive, string entry, string content)
        {
            if (entry != without)
            {
                using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
                writer.Write(content);
            }
        }
    }
}
