using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>Wrong input gets one line that says what is wrong and what would be right.</summary>
[Trait("Category", "Slow")]
public class UsageTests
{
    public static TheoryData<string, string[]> LackOfAVendor
    {
        get
        {
            string known = $"'vendor-errors vendors' lists all {Vendor.All.Count}";
            return new()
            {
                { $"unknown vendor 'nothing'; {known}", ["codes", "--vendor", "nothing"] },
                { $"--vendor is missing; {known}", ["classify"] },
                { $"--vendor is missing; {known}", ["simulate"] },
            };
        }
    }

    [Theory]
    [InlineData("unknown vendor 'yeastr'; did you mean 'yeastar-", "classify", "--vendor", "yeastr")]
    [InlineData("'8x8' may be 8x8-connect (8x8 Connect) or 8x8-contact-center (", "codes", "--vendor", "8x8")]
    [InlineData("unknown vendor 'talkdesk'; it is talkdesk-dialer (", "classify", "--vendor", "talkdesk")]
    [InlineData("invalid status '42'; an HTTP status is a number from 100 to 599", "classify", "--vendor", "dexatel", "--status", "42")]
    [InlineData("invalid status 'abc'", "classify", "--vendor", "dexatel", "--status", "abc")]
    [InlineData("invalid header 'foo'; write it as \"Name: value\"", "classify", "--vendor", "dexatel", "--header", "foo")]
    [InlineData("no file 'no-such-file'", "classify", "--vendor", "dexatel", "no-such-file")]
    [InlineData("'.' is a folder", "classify", "--vendor", "dexatel", ".")]
    [InlineData("invalid time 'yesterday'", "classify", "--vendor", "dexatel", "--received-at", "yesterday")]
    [InlineData("unknown option '--statsu'; did you mean '--status'?", "classify", "--vendor", "dexatel", "--statsu", "200", "x.json")]
    [InlineData("unknown option '--vendro'; did you mean '--vendor'?", "codes", "--vendro", "dexatel")]
    [InlineData("unknown option '--vendor'; see vendor-errors explain --help", "explain", "--vendor", "dexatel", "1523")]
    [InlineData("CODE is missing; see vendor-errors explain --help", "explain", "dexatel")]
    [InlineData("--webhook must be an address such as http://127.0.0.1:5000/webhooks, not 'localhost'", "simulate", "--vendor", "dexatel", "--webhook", "localhost")]
    [InlineData("--webhook must be an address such as http://127.0.0.1:5000/webhooks, not 'file:///tmp/x'", "simulate", "--vendor", "dexatel", "--webhook", "file:///tmp/x")]
    [InlineData("unexpected argument 'b'", "classify", "--vendor", "dexatel", "a", "b")]
    [InlineData("nothing to classify: the input is empty and no --status is given", "classify", "--vendor", "dexatel")]
    [InlineData("--explain is for one answer or event, not for --batch", "classify", "--batch", "--explain")]
    [InlineData("--status cannot be used with --event; it is of an answer, and an event is none", "classify", "--event", "--vendor", "8x8-connect", "--status", "200")]
    [InlineData("--method cannot be used with --event; it is of an answer", "classify", "--event", "--vendor", "8x8-connect", "--method", "POST")]
    [InlineData("--path cannot be used with --event; it is of an answer", "classify", "--event", "--batch", "--path", "/x")]
    [InlineData("--received-at cannot be used with --event; it is of an answer", "classify", "--event", "--vendor", "8x8-connect", "--received-at", "2026-01-01")]
    [InlineData("--header cannot be used with --batch; put it into each record", "classify", "--event", "--batch", "--header", "a: b")]
    [InlineData("there is no event: the body is empty", "classify", "--event", "--vendor", "8x8-connect")]
    [InlineData("--vendor is missing; 'vendor-errors vendors' lists all", "classify", "--event")]
    [InlineData("unknown vendor 'yeastr'; did you mean 'yeastar-", "classify", "--event", "--vendor", "yeastr")]
    [InlineData("no events of rfc9457 (Problem details (RFC 9457)) are known, so the state of each would be unknown; ", "classify", "--event", "--vendor", "rfc9457")]
    [InlineData("no events of rfc9457 (Problem details (RFC 9457)) are known", "codes", "--events", "--vendor", "rfc9457")]
    [InlineData("unknown output 'markdown'; one of table, json, csv", "codes", "--events", "--output", "markdown")]
    [InlineData("unknown catalog 'sipp'; one of sip, q850, smpp, gsm, all", "codes", "--catalog", "sipp")]
    [InlineData("unknown output 'schema'; one of table, json, csv, markdown", "codes", "--catalog", "sip", "--output", "schema")]
    [InlineData("--events cannot be used with --catalog, which is no vendor's", "codes", "--catalog", "sip", "--events")]
    [InlineData("--vendor cannot be used with --catalog, which is no vendor's", "codes", "--catalog", "sip", "--vendor", "dexatel")]
    [InlineData("sip has no code '42' in the catalog; all: vendor-errors codes --catalog sip", "explain", "sip", "42")]
    [InlineData("unknown command 'clasify'; did you mean 'classify'?", "clasify")]
    [InlineData("a command is missing: classify, report, explain, codes, vendors")]
    [InlineData("dexatel has no code '15' in the catalog; nearest:", "explain", "dexatel", "15")]
    [InlineData("--status cannot be used with --batch", "classify", "--batch", "--status", "200")]
    [InlineData("--batch writes ndjson, not json", "classify", "--batch", "--output", "json")]
    [InlineData("unknown output 'xml'; one of table, json, csv, markdown, schema", "codes", "--output", "xml")]
    [InlineData("no file 'no-such.dll'; name an existing file", "lint", "--assembly", "no-such.dll")]
    [InlineData("no file 'no-such.json'; name an existing file, or - for standard input", "lint", "--overlay", "no-such.json")]
    [InlineData("use either --overlay or --assembly", "lint", "--assembly", "a.dll", "--overlay", "b.json")]
    [InlineData("--vendor cannot be used with --assembly", "lint", "--assembly", "a.dll", "--vendor", "dexatel")]
    [InlineData("a command is missing: list, show, resolve, purge; see vendor-errors ledger --help", "ledger")]
    [InlineData("unknown command 'lst'; did you mean 'list'? see vendor-errors ledger --help", "ledger", "lst")]
    [InlineData("unknown option '--olderthan'; did you mean '--older-than'? see vendor-errors ledger list --help", "ledger", "list", "--olderthan", "1h")]
    [InlineData("which ledger? give --redis env:NAME or --postgres env:NAME", "ledger", "list")]
    [InlineData("use either --redis or --postgres", "ledger", "list", "--redis", "env:A", "--postgres", "env:B")]
    [InlineData("the environment variable NO_SUCH_VARIABLE is not set", "ledger", "purge", "--postgres", "env:NO_SUCH_VARIABLE")]
    [InlineData("--key-prefix is for --redis; PostgreSQL has --schema", "ledger", "list", "--postgres", "env:A", "--key-prefix", "x")]
    [InlineData("--schema is for --postgres; Redis has --key-prefix", "ledger", "list", "--redis", "env:A", "--schema", "x")]
    [InlineData("unknown state 'gone'; one of unknown, sending, refused, done, all", "ledger", "list", "--redis", "env:A", "--state", "gone")]
    [InlineData("--older-than must be a number with its unit, such as 90s, 15m, 2h or 3d, not '15'", "ledger", "list", "--redis", "env:A", "--older-than", "15")]
    [InlineData("--most must be an integer from 1 to 100000", "ledger", "list", "--redis", "env:A", "--most", "0")]
    [InlineData("ID is missing; see vendor-errors ledger show --help", "ledger", "show", "--redis", "env:A")]
    [InlineData("did it happen? give either --done or --not-done", "ledger", "resolve", "x", "--reason", "why", "--redis", "env:A")]
    [InlineData("did it happen? give either --done or --not-done", "ledger", "resolve", "x", "--done", "--not-done", "--reason", "why", "--redis", "env:A")]
    [InlineData("--reason is missing: it is all that the next person has", "ledger", "resolve", "x", "--done", "--redis", "env:A")]
    [InlineData("resolve asks before it writes; where nobody can answer, pass --yes", "ledger", "resolve", "x", "--done", "--reason", "why", "--redis", "env:A")]
    [MemberData(nameof(LackOfAVendor))]
    public void Run_WithWrongInput_ExitsWith2AndOneLine(string expected, params string[] arguments)
    {
        CliResult result = CliProcess.Run(arguments);

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().StartWith("vendor-errors: ").And.Contain(expected);
    }

    [Theory]
    [InlineData("--redis", "localhost:6379,password=hunter2")]
    [InlineData("--redis", "env:localhost:6379,password=hunter2")]
    [InlineData("--postgres", "Host=localhost;Password=hunter2")]
    [InlineData("--secret", "hunter2hunter2")]
    public void Ledger_ASecretOnTheCommandLine_IsRefusedAndNotRepeated(string option, string value)
    {
        CliResult result = CliProcess.Run(["ledger", "show", "x", option, value, .. option == "--secret" ? (string[])["--redis", "env:A"] : []]);

        result.ExitCode.Should().Be(2);
        result.Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().NotContain("hunter2").And.Contain($"{option} takes env:NAME");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n{}")]
    [InlineData("POST /hook?a=b HTTP/1.1\r\nHost: x\r\n\r\n{}")]
    [InlineData("GET / HTTP/2\n\n{}")]
    public void Classify_ADumpOfAnEvent_IsRefused(string dump)
    {
        CliResult result = CliProcess.RunWithInput(dump, "classify", "--event", "--vendor", "8x8-connect");

        result.ExitCode.Should().Be(2);
        result.Error.TrimEnd().Should().Be("vendor-errors: the input begins with the first line of HTTP; pass --header, and only the body");
    }

    [Fact]
    public void Run_WithControlCharacters_WritesThemOut()
    {
        CliResult result = CliProcess.RunWithInput("{\"errors\":[{\"code\":1530,\"message\":\"a\\u001b[31mred\"}]}", "classify", "--vendor", "dexatel", "--status", "400", "--explain");

        result.Output.Should().NotContain("\u001b").And.Contain("a\\u001b[31mred");
        CliProcess.Run("explain", "\u001b[31m", "1").Error.Should().NotContain("\u001b");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("classify", "--help")]
    public void Run_WithHelp_ExitsWith0(params string[] arguments)
    {
        CliResult result = CliProcess.Run(arguments);

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain("Usage:");
    }
}
