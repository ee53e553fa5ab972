using System.Globalization;
using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>
/// The evidence of whole answers as a person reads it: evidence.txt holds, behind <c>&gt;</c>, vendor, HTTP status, values of
/// <c>Retry-After</c> and body, and under each the lines expected.
/// </summary>
public class EvidenceLineTests
{
    private static readonly Dictionary<string, string[]> s_expected = Read();

    public static TheoryData<string> Answers => new(s_expected.Keys);

    [Theory]
    [MemberData(nameof(Answers))]
    public void Explain_Answer_SaysExactlyWhatWasSeen(string answer)
    {
        string[] parts = answer.Split(' ', 4);
        Vendor vendor = Vendor.Find(parts[0]) ?? RuleVendor.Acme;
        byte[] body = Encoding.UTF8.GetBytes(parts.Length < 4 ? string.Empty : parts[3].Replace("\\0", "\0", StringComparison.Ordinal));

        VendorResult result = vendor.Explain(new VendorResponse(int.Parse(parts[1], CultureInfo.InvariantCulture), body)
        {
            Headers = parts[2] == "-" ? null : [new("Retry-After", parts[2].Split(','))],
        });

        result.Evidence.Select(Line).Should().Equal(s_expected[answer]);
    }

    [Fact]
    public void Explain_TooDeep_SaysSo() =>
        Line(RuleVendor.Explain(200, new string('[', 5000)).Evidence[0]).Should().Be("Family Won: body = broken JSON: the body nests too deep");

    [Fact]
    public void Explain_ProofAgainstASuccess_NotesTheConflict()
    {
        VendorResult result = Vendor.EightByEightConnect.Explain(new VendorResponse(200, """{"sessionStatus":"NOT_CREATED","statusCode":1}"""u8));

        Line(result.Evidence[0]).Should().Be("Proof Won: sessionStatus = NOT_CREATED: the vendor states that nothing was executed");
        result.Evidence[^1].Source.Should().Be(EvidenceSource.Note);
    }

    private static string Line(Evidence seen) => $"{seen.Source} {seen.Verdict}: {seen.Location} = {seen.Value ?? "-"}: {seen.Rule}";

    private static Dictionary<string, string[]> Read()
    {
        var expected = new Dictionary<string, string[]>(StringComparer.Ordinal);
        string answer = string.Empty;
        foreach (string line in Resource.Lines("Classification/evidence.txt"))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                answer = line[2..];
                expected.Add(answer, []);
            }
            else
            {
                expected[answer] = [.. expected[answer], line];
            }
        }

        return expected;
    }
}
