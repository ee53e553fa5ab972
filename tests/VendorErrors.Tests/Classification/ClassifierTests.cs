using System.Runtime.CompilerServices;
using System.Text;
using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Definitions;
using VendorErrors.Json;
using VendorErrors.Tests.Properties;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>What a success costs that only the whole reading tells: nothing, where the catalog's row says it all.</summary>
public class ClassifierTests
{
    [Theory]
    [InlineData("""{"code":1}""", false)]
    [InlineData("""{"code":"1"}""", false)]
    [InlineData("""{"code":"01"}""", true)]
    [InlineData("""{"code":100}""", true)]
    [InlineData("""{"code":107}""", true)]
    public void Classify_SuccessOfOneOperation_HasAnAnswerOnlyIfTheRowDoesNotTellTheCode(string body, bool hasAnswer)
    {
        VendorResult result = VendorWith(messages: 1).Classify(new VendorResponse(200, Encoding.UTF8.GetBytes(body)) { Method = "POST", Path = "calls" });

        result.Outcome.Should().Be(VendorOutcome.Success);
        (result.Answer is not null).Should().Be(hasAnswer);
        body.Should().Contain(result.Code);
    }

    [Theory]
    [InlineData(Classifier.SlotsOnStack, true)]
    [InlineData(Classifier.SlotsOnStack + 1, true)]
    [InlineData(Classifier.MoreSlotsOnStack, true)]
    [InlineData(Classifier.MoreSlotsOnStack + 1, false)]
    public void Classify_NotTooManyMembersThatAreRead_AreNotedOnTheStack(int slots, bool isOnStack)
    {
        // One slot is the root's, and one the code's.
        Vendor vendor = VendorWith(slots - 2);
        vendor.Catalog.Paths.SlotCount.Should().Be(slots);

        long allocated = AllocatedBytes.Of(() => vendor.Classify(new VendorResponse(200, """{"code":1}"""u8) { Method = "POST", Path = "calls" }));

        (allocated < slots * Unsafe.SizeOf<JsonSlot>()).Should().Be(isOnStack, "{0} bytes were allocated", allocated);
    }

    private static Vendor VendorWith(int messages) => new("acme", "Acme", new VendorDefinition
    {
        Envelopes = [new Envelope("own", Condition.Has("code")) { Code = ["code"], Message = [.. Enumerable.Range(0, messages).Select(i => $"message{i}")] }],
        Codes =
        [
            new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented,
            [
                new("1", "Fine", VendorOutcome.Success) { Operation = "POST calls" },
                new("100", "Fine, too", VendorOutcome.Success) { LastCode = "199" },
            ]),
        ],
    });
}
