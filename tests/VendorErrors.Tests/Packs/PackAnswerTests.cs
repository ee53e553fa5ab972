using System.Globalization;
using System.Text;
using FluentAssertions;
using VendorErrors.Testing.Conformance;
using Xunit;

namespace VendorErrors.Tests.Packs;

/// <summary>Every answer that a pack of the library carries, of vendors and of shapes, is read as the pack says: what vendors' documents print is read right.</summary>
public class PackAnswerTests
{
    private const int LeastPercentOfCodes = 95;

    private static readonly Dictionary<string, CapturedAnswer[]> s_answers =
        VendorRegistry.BuiltIn.Vendors.Concat(VendorRegistry.BuiltIn.Shapes).ToDictionary(vendor => vendor.Id, vendor => CapturedAnswer.Of(vendor).ToArray(), StringComparer.Ordinal);

    public static TheoryData<string, int, string> Answers =>
        new(s_answers.SelectMany(pack => pack.Value.Select((answer, index) => (pack.Key, index, answer.Name))));

    public static TheoryData<string> VendorIds => new(VendorRegistry.BuiltIn.Vendors.Select(vendor => vendor.Id));

    public static TheoryData<string> ShapeIds => new(VendorRegistry.BuiltIn.Shapes.Select(shape => shape.Id));

    [Theory]
    [MemberData(nameof(Answers))]
    public void Explain_AnswerOfAPack_IsWhatThePackSays(string id, int index, string name)
    {
        CapturedAnswer expected = s_answers[id][index];

        VendorResult read = Find(id).Explain(ResponseOf(expected));

        read.Outcome.Should().Be(expected.Outcome, name);
        read.Category.Should().Be(expected.Category, name);
        Said(expected.Effect, read.Effect).Should().Be(read.Effect, name);
        Said(expected.Wait, read.Retry.MinimumWait).Should().Be(read.Retry.MinimumWait, name);
        Said(expected.Retry, read.Retry.Disposition).Should().Be(read.Retry.Disposition, name);
        (expected.HasNoCode ? null : expected.Code ?? read.Code).Should().Be(read.Code, name);
        (expected.CorrelationId ?? read.Answer!.CorrelationId).Should().Be(read.Answer!.CorrelationId, name);
        read.Answer.Messages.Should().Match(messages => expected.Message == null || messages.Any(message => message.Contains(expected.Message, StringComparison.Ordinal)), name);
        (expected.Fields ?? FieldsOf(read)).Should().Equal(FieldsOf(read), name);
        (expected.Items ?? ItemsOf(read)).Should().Equal(ItemsOf(read), name);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Classify_AnswerOfAPack_IsTheVerdictThatIsExplained(string id, int index, string name)
    {
        VendorResponse response = ResponseOf(s_answers[id][index]);

        TextOf(Find(id).Classify(response)).Should().Be(TextOf(Find(id).Explain(response)), name);
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Answers_OfAVendor_AreTwelveOfWhichThreeAreNoFailure(string id)
    {
        s_answers[id].Should().HaveCountGreaterThanOrEqualTo(12);
        s_answers[id].Count(answer => answer.Outcome != VendorOutcome.Failure).Should().BeGreaterThanOrEqualTo(3);
    }

    [Theory]
    [MemberData(nameof(ShapeIds))]
    public void Answers_OfAShape_AreFourOfWhichOneIsNoFailure(string id)
    {
        s_answers[id].Should().HaveCountGreaterThanOrEqualTo(4);
        s_answers[id].Count(answer => answer.Outcome != VendorOutcome.Failure).Should().BeGreaterThanOrEqualTo(1);
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    [MemberData(nameof(ShapeIds))]
    public void Codes_OfTheAnswersThatHaveOne_AreKept(string id)
    {
        CapturedAnswer[] coded = [.. s_answers[id].Where(answer => answer.Code is not null)];

        int kept = coded.Count(answer => Find(id).Classify(ResponseOf(answer)).Code == answer.Code);

        (kept * 100).Should().BeGreaterThanOrEqualTo(coded.Length * LeastPercentOfCodes);
    }

    [Fact]
    public void Names_OfTheAnswersOfAPack_AreTheirOwn() =>
        s_answers.Where(pack => pack.Value.Select(answer => answer.Name).Distinct(StringComparer.Ordinal).Count() < pack.Value.Length).Select(pack => pack.Key).Should().BeEmpty();

    private static Vendor Find(string id) =>
        VendorRegistry.BuiltIn.Vendors.Concat(VendorRegistry.BuiltIn.Shapes).Single(vendor => vendor.Id == id);

    private static VendorResponse ResponseOf(CapturedAnswer answer) => new(answer.Status, Encoding.UTF8.GetBytes(answer.Body))
    {
        Headers = answer.Headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, [header.Value])),
        Method = answer.Method,
        Path = answer.Path,
        ReceivedAt = answer.ReceivedAt,
    };

    // What a pack does not say of an answer is not checked.
    private static T? Said<T>(T? expected, T? read)
        where T : struct => expected ?? read;

    private static string[] FieldsOf(in VendorResult read) => [.. read.Answer!.Fields.Select(field => field.Field ?? "-")];

    private static string[] ItemsOf(in VendorResult read) =>
        [.. read.Answer!.Items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Index} {item.Code ?? "-"} {SnakeCase.Of(item.Category)}"))];

    // A plain success is read no further than that; whatever it carries is data.
    private static string TextOf(in VendorResult read) =>
        read.Outcome == VendorOutcome.Success ? $"{read.Outcome} {read.Effect}"
        : string.Join(" | ", read.Outcome, read.Category, read.Effect, read.Confidence, read.Code, read.CodeName, read.Answer!.InnerCode, read.Retry.Disposition, read.Retry.MinimumWait, read.Retry.WaitSource, read.Answer.CorrelationId,
            string.Join(", ", read.Answer.Messages), string.Join(", ", FieldsOf(read)), string.Join(", ", ItemsOf(read)));
}
