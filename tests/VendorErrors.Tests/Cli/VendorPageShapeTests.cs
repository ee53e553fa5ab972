using System.Text;
using FluentAssertions;
using VendorErrors.Cli.Output;
using VendorErrors.Tests.Docs;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>The page of a vendor shows everything that its definition can say.</summary>
public class VendorPageShapeTests
{
    private static readonly Vendor s_vendor = Vendor.Load(new MemoryStream(Encoding.UTF8.GetBytes(Repository.Read(AddAVendorTests.EveryWord))), "every-word.json");

    [Theory]
    [InlineData("An envelope with a result in every answer; a result of 0 is a success.")]
    [InlineData("Id `acme-every-word`, also looked for as `acme`. A 2xx may carry an error, so its body counts. XML bodies are read like JSON.")]
    [InlineData("| `fax` | Acme Fax | `fax.acme.example/v1/**` |")]
    [InlineData("1. **fax problem**, when type is present and not (accepted is true), of the product `fax`, only where the HTTP status is not a 2xx. Code in `type` after `#`")]
    [InlineData("2. **fax in XML**, when \\<root\\> is FaxResponse and Failures.Failure is present, of the product `fax`. Causes in `Failures.Failure`, of which the first decides, with a code in `Code`.")]
    [InlineData("- the header `X-Limit-Reset`, in seconds, or a Unix time")]
    [InlineData("- the greatest `regain_in` in the JSON of the header `X-Usage`, in minutes")]
    [InlineData("- the member `delay` of the first entry of `details` where kind is retry, a duration with its unit")]
    [InlineData("- the number in a message between `come back [` and `]`, in milliseconds")]
    [InlineData("| `POST calls/search` | read | documented | Calls, docs.acme.example/calls |")]
    [InlineData("- stands for: any characters in the place of the star")]
    [InlineData("- stands for: any other code")]
    [InlineData("### <a id=\"code-fax.fax-301.to-fax-310\"></a>FAX-301 to FAX-310 Bad document")]
    public void Write_DefinitionOfEveryWord_Says(string line) => VendorPage.Write(s_vendor).Split('\n').Should().Contain(written => written.StartsWith(line, StringComparison.Ordinal));
}
