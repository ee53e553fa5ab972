using FluentAssertions;
using VendorErrors.Tests.Documents;
using Xunit;

namespace VendorErrors.Tests.Secrets;

/// <summary>
/// A million lines as they go into a log, with secrets of each kind in path and code, at each place, in each alphabet and with each escaping: none
/// of them tells anything. A hundred thousand messages, where only classes of characters can tell, the same.
/// </summary>
[Trait("Category", "Slow")]
public class SecretFuzzTests
{
    private const int Lines = 1_000_000;
    private const int Messages = 100_000;

    // A frozen sample, so that the secrets stay the same whatever vendor is added.
    private static readonly Vendor[] s_vendors = [.. DocumentList.VendorIds.Select(id => Vendor.Find(id)!)];
    private static readonly string[] s_paths =
    [
        "/openapi/v1.0/extension/{0}", "/openapi/v1.0/call/{0}/x", "/openapi/v1.0/get_token/{0}/list", "/v1/messages/{0}", "/api/v1/subaccounts/{0}/messages/batch",
        "/Advanced%20Dialer/api/Customer/{0}/search", "/{0}", "/v1/calls/call-{0}", "/v1/calls/{0}.json", "/v1/calls/id={0};list", "/sessions/{0}?token={0}",
        "/v1/contacts/{0}/v1/calls", "/v1/list:{0}", "//{0}@host/v1/list",
    ];

    private static readonly string[] s_codes = ["{0}", "ERR_{0}", "{0}_ERROR", "INVALID {0} NUMBER", "token:{0}", "call-{0}-failed", "E{0}", "not found: {0}, try again"];
    private static readonly string[] s_messages =
    [
        "call to {0} failed", "no such number {0}, key is wrong", "token={0} expired", "\"{0}\" is not valid", "see ({0})", "{0}", "user <{0}> is blocked", "bearer {0} refused",
        "GET /v1/calls/{0} was refused",
    ];

    [Fact]
    public void Lines_WithSecretsInPathAndCode_TellNothing() =>
        Run(Lines, s_paths.Concat(s_codes), maker =>
        {
            Secret secret = maker.Make();
            Vendor vendor = s_vendors[maker.Below(s_vendors.Length)];
            string path = string.Format(null, maker.Pick(s_paths), secret.Written);
            string code = string.Format(null, maker.Pick(s_codes), secret.Written);
            return (secret, $"{vendor.Id} {Redactor.Code(code, vendor)} (POST {Redactor.Path(new Uri(path, UriKind.Relative), vendor)})");
        });

    [Fact]
    public void Messages_WithSecrets_TellNothing() =>
        Run(Messages, s_messages, maker =>
        {
            Secret secret = maker.Make();
            return (secret, Redactor.Text(string.Format(null, maker.Pick(s_messages), secret.Written)));
        });

    private static void Run(int count, IEnumerable<string> templates, Func<SecretMaker, (Secret Secret, string Line)> make)
    {
        const int Parts = 16;
        string around = string.Join(' ', [.. s_vendors.Select(vendor => vendor.Id), .. templates, "(POST Advanced Dialer", SecretMaker.Prefixes]);
        var found = new string?[Parts];
        Parallel.For(0, Parts, part =>
        {
            var maker = new SecretMaker(part + 1);
            for (int i = Effort.Of(count / Parts); i > 0 && found[part] is null; i--)
            {
                (Secret secret, string line) = make(maker);
                found[part] = Leak.Find(line, secret, around) is { } told ? $"'{told}' of the {secret.Kind} {secret.Plain}, written {secret.Written}, stands in: {line}" : null;
            }
        });

        found.Should().OnlyContain(told => told == null, "no line may tell of a secret");
    }
}
