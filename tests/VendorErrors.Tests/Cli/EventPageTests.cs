using System.Text.RegularExpressions;
using FluentAssertions;
using VendorErrors.Cli.Output;
using VendorErrors.Tests.Packs;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>The page of a vendor shows everything that its events can say; the page of the shared catalogs, too.</summary>
public partial class EventPageTests
{
    private const string Pack = """
        {
          "pack": 1, "id": "acme-voice", "name": "Acme Voice",
          "documents": { "hooks": ["Hooks", "docs.acme.example/hooks"], "sign": ["Signing", "docs.acme.example/sign"] },
          "codes": [{ "document": "hooks", "rows": { "1": { "is": "success", "name": "OK" } } }],
          "eventSignature": { "document": "sign", "header": "X-Acme-Signature", "note": "HMAC over the body; the package acme-hooks checks it." },
          "events": [
            {
              "name": "call ended", "document": "hooks", "kind": "call", "when": { "path": "event", "is": "ENDED" }, "each": "list[].calls[]", "type": "event",
              "eventId": "id", "subject": "list[].calls[].call", "related": ["list[].calls[].leg"], "client": "list[].calls[].ref", "distinct": ["part"], "time": "at", "timeZone": "utc",
              "state": ["list[].calls[].status"],
              "states": {
                "OK": "completed",
                "HALF|WAY": { "state": "in_progress", "note": "Goes on." },
                "BAD": [{ "state": "failed", "category": "rate_limited", "again": "later", "wait": "90s", "when": { "has": "list[].calls[].slow" } }, { "state": "failed" }]
              },
              "reason": [{ "at": "list[].calls[].cause", "space": "cause" }, { "at": "list[].calls[].sip", "space": "sip" }],
              "message": "text", "billed": { "path": "price", "from": 1 }, "notBilled": { "path": "price", "is": "0" }, "note": "Sent late."
            },
            { "name": "gone", "document": "hooks", "kind": "number", "when": { "has": "gone" }, "jsonText": "gone", "is": "canceled" }
          ],
          "reasons": [
            { "document": "hooks", "space": "cause", "rows": {
              "7": { "category": "invalid_destination", "name": "No such number" },
              "10..19": { "state": "busy", "name": "Busy" },
              "*": { "category": "vendor_unspecified", "name": "Other", "again": "undetermined" } } }
          ]
        }
        """;

    private static readonly Lazy<string[]> s_page = new(() => VendorPage.Write(SmallPack.Load(Pack)).Split('\n'));

    [Theory]
    [InlineData("## Events")]
    [InlineData("Signature: the header `X-Acme-Signature`. HMAC over the body; the package acme-hooks checks it. Source: Signing, docs.acme.example/sign")]
    [InlineData("### Event: call ended")]
    [InlineData("Of a **call**, when event is ENDED. Each entry of `list[].calls[]` is one event. Its name is in `event`. State in `list[].calls[].status`. "
        + "Reason in `list[].calls[].cause` (cause), `list[].calls[].sip` ([sip](reasons.md#sip)). Words in `text`. Id in `list[].calls[].call`. Related ids in `list[].calls[].leg`. "
        + "Your reference in `list[].calls[].ref`. Event id in `id`. Events with all ids in common are distinguished by `part`. Time in `at`, in UTC. Billed when price is 1 or more. Not billed when price is 0. Sent late. Source: Hooks, docs.acme.example/hooks")]
    [InlineData("| word | state | category | final | another attempt | note |")]
    [InlineData("| `OK` | `completed` |  | yes | not needed |  |")]
    [InlineData("| `HALF\\|WAY` | `in_progress` |  | no | undetermined | Goes on. |")]
    [InlineData("| `BAD` | `failed` | [`rate_limited`](#category-rate_limited) | yes | later, after 90 s | only when list\\[\\].calls\\[\\].slow is present |")]
    [InlineData("| `BAD` | `failed` | [`vendor_unspecified`](#category-vendor_unspecified) | yes | later |  |")]
    [InlineData("Of a **number**, when gone is present. The text of `gone` is JSON itself. Source: Hooks, docs.acme.example/hooks")]
    [InlineData("| (every one) | `canceled` |  | yes | undetermined |  |")]
    [InlineData("### Reasons: cause")]
    [InlineData("From Hooks, docs.acme.example/hooks (documented):")]
    [InlineData("| code | name | state | category | final | another attempt | note |")]
    [InlineData("| `7` | No such number |  | [`invalid_destination`](#category-invalid_destination) | yes | never |  |")]
    [InlineData("| `10 to 19` | Busy | `busy` |  | yes | later |  |")]
    [InlineData("| (any other) | Other |  | [`vendor_unspecified`](#category-vendor_unspecified) | yes | undetermined |  |")]
    public void Page_OfAVendorWithEvents_Says(string line) => s_page.Value.Should().Contain(line);

    [Fact]
    public void Page_OfAVendorWithoutEvents_SaysNothingOfThem() => VendorPage.Write(SmallPack.Load(SmallPack.Text)).Should().NotContain("## Events");

    [Fact]
    public void Page_OfTheSharedCatalogs_HasARowAndAnAnchorForEach()
    {
        string page = ReasonsPage.Write(ReasonCatalog.All);

        page.Should().ContainAll(ReasonCatalog.All.Select(catalog => $"## <a id=\"{catalog.Id}\"></a>{catalog.Name}"));
        Row().Count(page).Should().Be(ReasonCatalog.All.Sum(catalog => catalog.Sections.Sum(section => section.Rows.Count)) + ReasonCatalog.All.Count, "each table has a head");
        page.Should().Contain("| `486` | Busy Here | `busy` |  | yes | later |");
    }

    [Fact]
    public void Page_OfOneCatalog_NamesItsCommand() => ReasonsPage.Write([ReasonCatalog.Sip]).Should().Contain("codes --catalog sip --output markdown").And.NotContain("id=\"q850\"");

    [GeneratedRegex("^\\| [^-]", RegexOptions.Multiline)]
    private static partial Regex Row();
}
