using System.Runtime.CompilerServices;
using System.Text;
using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Json;
using VendorErrors.Tests.Properties;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>The short way to a plain success of vendors that differ in what tells one, in the terms of its parts.</summary>
public class SuccessShapeTests
{
    [Theory]
    [InlineData("code", """{"code":0}""", "Yes", "it is the code of success")]
    [InlineData("code", """{"code":0,"a":1}""", "Yes", "it is known by its beginning")]
    [InlineData("code", """{"code":10,"a":1}""", "Yes", "a code may have several digits")]
    [InlineData("code", """ {"code":0}""", "Yes", "a blank before it does no harm")]
    [InlineData("code", "\uFEFF{\"code\":0,\"a\":1}", "Yes", "nor does a byte order mark")]
    [InlineData("code", """{"code":9}""", "No", "it is a failure")]
    [InlineData("code", """{"code":5}""", "No", "it is a code of another space")]
    [InlineData("code", """{"code":0,"a":1}}""", "No", "something follows")]
    [InlineData("code", """{"a":1,"code":0}}""", "No", "something follows")]
    [InlineData("code", """{"code":0,"a":1""", "Open", "it is cut")]
    [InlineData("code", "OK", "Yes", "a text has no code, so the HTTP status says it")]
    [InlineData("code-first", """{"error":0}""", "Yes", "without a code the other envelope counts")]
    [InlineData("code-first", """{"code":0,"error":1,"error":2}""", "Yes", "behind the code no member counts")]
    [InlineData("code-first", """{"error":1,"error":2,"code":0}""", "Yes", "nor does one before it")]
    [InlineData("code-first", """{"error":1,"error":2,"code":10}""", "Yes", "that is so of each code of success")]
    [InlineData("error-first", """{"code":0}""", "Yes", "the envelope in front does not match")]
    [InlineData("error-first", """{"code":0,"error":9}""", "No", "the envelope in front matches")]
    [InlineData("unless-error", """{"code":0}""", "Yes", "there is no error")]
    [InlineData("unless-error", """{"code":0,"error":9}""", "No", "there is one")]
    [InlineData("warning", """{"code":0}""", "Yes", "there is no warning")]
    [InlineData("warning", """{"code":0,"warned":false}""", "Yes", "there is no warning")]
    [InlineData("warning", """{"code":0,"warned":true}""", "No", "there is a warning")]
    [InlineData("warning", """{"code":0,"warned":false,"a":[}""", "No", "the rest is broken")]
    [InlineData("failures-only", """{"code":0}""", "Yes", "the HTTP status tells it")]
    [InlineData("failures-only", """{"code":0,"a":1""", "Open", "it is cut")]
    [InlineData("deep-proof", """{"code":0}""", "Yes", "nothing proves the contrary")]
    [InlineData("deep-proof", """{"code":0,"job":{"run":{"state":"DONE"}}}""", "Yes", "the proof behind does not")]
    [InlineData("deep-proof", """{"job":{"run":{"state":"DONE"}},"code":0}""", "Yes", "nor does the proof before")]
    [InlineData("deep-proof", """{"code":0,"job":{"run":{"state":"NOT_DONE"}}}""", "No", "the proof behind does")]
    [InlineData("deep-proof", """{"job":{"run":{"state":"NOT_DONE"}},"code":0}""", "No", "the proof before does")]
    [InlineData("proof-of-0", """{"code":0,"job":{"state":"NOT_DONE"}}""", "No", "the proof does")]
    [InlineData("proof-of-0", """{"code":10,"job":{"state":"NOT_DONE"}}""", "Yes", "it is a proof of another code")]
    [InlineData("deep-code", """{"state":{"code":0}}""", "Yes", "a code may stand deeper")]
    [InlineData("deep-code", """{"state.code":9,"state":{"code":0}}""", "Yes", "a name with a dot in it is another member")]
    [InlineData("http-status", """{"a":1,"code":200}""", "Yes", "it is an HTTP status of success")]
    [InlineData("http-status", """{"a":1,"code":0}""", "No", "it is none")]
    public void Classify_WholeBodyUnder200_IsAPlainSuccessOrNot(string id, string body, string expected, string because)
    {
        Vendor vendor = SuccessVendors.Find(id);
        var response = new VendorResponse(200, Encoding.UTF8.GetBytes(body));

        VendorResult result = vendor.Classify(response);

        (result is { Outcome: VendorOutcome.Success, Answer: null }).Should().Be(expected == "Yes", because);
        if (expected == "Yes")
        {
            VendorResult explained = vendor.Explain(response);
            explained.Outcome.Should().Be(VendorOutcome.Success, because);
            result.Code.Should().Be(explained.Code);
        }
    }

    [Theory]
    [InlineData("error-first", """{"code":0,""", "Open")]
    [InlineData("unless-error", """{"code":0,""", "Open")]
    [InlineData("failures-only", """{"code":0,""", "Open")]
    [InlineData("failures-only", """{"code":0}""", "Yes")]
    [InlineData("warning", """{"code":0,""", "Open")]
    [InlineData("warning", """{"code":0,"warned":false,""", "Yes")]
    [InlineData("warning", """{"code":0,"warned":true,""", "No")]
    [InlineData("deep-proof", """{"code":0,""", "Open")]
    [InlineData("deep-proof", """{"code":0,"job":{"run":{"state":"DONE"}},""", "Yes")]
    [InlineData("deep-proof", """{"code":0,"job":{"run":{"state":"NOT_DONE"}},""", "No")]
    [InlineData("deep-proof", """{"job":{"run":{"state":"DONE"}},"code":0,""", "Yes")]
    public void ClassifyBeginning_Under200_IsToldAsSoonAsItCanBe(string vendor, string beginning, string expected) =>
        Classifier.ClassifyBeginning(SuccessVendors.Find(vendor).Catalog, new VendorResponse(200, Encoding.UTF8.GetBytes(beginning)), out _, out _)
            .ToString().Should().Be(expected);

    [Theory]
    [InlineData(Classifier.SlotsOnStack, true)]
    [InlineData(Classifier.SlotsOnStack + 1, true)]
    [InlineData(Classifier.MoreSlotsOnStack, true)]
    [InlineData(Classifier.MoreSlotsOnStack + 1, false)]
    public void Classify_FewMembersThatCount_AreNotedOnTheStack(int slots, bool isOnStack)
    {
        // One slot is the root's, and one the code's.
        int outcomes = slots - 2;
        Vendor vendor = SuccessVendors.WithOutcomes(outcomes);
        byte[] body = Encoding.UTF8.GetBytes($"{{{string.Concat(Enumerable.Range(0, outcomes).Select(i => $"\"failed{i}\":false,"))}\"code\":0}}");

        long allocated = AllocatedBytes.Of(() => _ = vendor.Classify(new VendorResponse(200, body)));

        vendor.Classify(new VendorResponse(200, body)).IsSuccess.Should().BeTrue();
        (allocated < slots * Unsafe.SizeOf<JsonSlot>()).Should().Be(isOnStack, "{0} bytes were allocated", allocated);
    }
}
