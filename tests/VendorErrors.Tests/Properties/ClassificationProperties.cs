using System.Globalization;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VendorErrors.Retries;
using VendorErrors.Testing.Conformance;
using Xunit;

namespace VendorErrors.Tests.Properties;

/// <summary>What holds for any answer.</summary>
[Trait("Category", "Slow")]
public class ClassificationProperties
{
    // Of all vendors together: more of them take no longer.
    private static readonly int s_answersPerVendor = Effort.Of(40_000) / Vendor.All.Count;
    private const int Seed = 20260104;

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(31);

    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_AnyBytes_ThrowsNothingAndAnswers(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        Prop.ForAll<byte[]>(bytes => Array.TrueForAll(HostileAnswers.Statuses, status => IsAllowed(vendor.Classify(status, bytes)))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_AnyText_ThrowsNothingAndAnswers(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        Prop.ForAll<string>(text => Array.TrueForAll(HostileAnswers.Statuses, status => IsAllowed(vendor.Classify(status, text, vendor.Operation(text, text))))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_AnyHeader_ThrowsNothingAndKeepsTheBounds(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        Prop.ForAll<NonNull<string>, NonNull<string>>((name, value) =>
        {
            VendorResponse response = new(429, "{}"u8) { Headers = [new(name.Get, [value.Get]), new("Retry-After", [value.Get])] };
            return WaitIsPlausible(vendor.Classify(response));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_AnyRetryAfter_KeepsTheBounds(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        Prop.ForAll<double>(seconds =>
        {
            VendorResponse response = new(429, "{}"u8) { Headers = [new("Retry-After", [seconds.ToString("F6", CultureInfo.InvariantCulture)])] };
            return WaitIsPlausible(vendor.Classify(response));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_HostileAnswers_HaveAnErrorWhereTheyFail(string id) => ForHostileAnswers(id, (answer, vendor) =>
    {
        VendorResult result = vendor.Classify(answer.Response);

        result.IsFailure.Should().Be(result.Error is not null, "of {0}", answer);
        (result.Outcome == VendorOutcome.Success || result.Answer is not null).Should().BeTrue("of {0}", answer);
    });

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Explain_HostileAnswers_AgreesWithClassify(string id) => ForHostileAnswers(id, (answer, vendor) =>
    {
        VendorResult brief = vendor.Classify(answer.Response);
        VendorResult full = vendor.Explain(answer.Response);

        (full.Outcome, full.Effect, full.Confidence, full.Category, full.Retry).Should().Be((brief.Outcome, brief.Effect, brief.Confidence, brief.Category, brief.Retry), "of {0}", answer);
        full.Answer.Should().NotBeNull();
        full.Evidence.Should().NotBeEmpty();
    });

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Explain_HostileAnswers_HasTheSameCodeAsClassify(string id) => ForHostileAnswers(id, (answer, vendor) =>
    {
        VendorResult brief = vendor.Classify(answer.Response);
        VendorResult full = vendor.Explain(answer.Response);

        (full.Code, full.CodeName).Should().Be((brief.Code, brief.CodeName), "of {0}", answer);
    });

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_HostileAnswers_KeepWaitsWithinBounds(string id) => ForHostileAnswers(id, (answer, vendor) =>
        WaitIsPlausible(vendor.Classify(answer.Response)).Should().BeTrue("of {0}", answer));

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Decide_UnknownEffectOfAPlainWrite_IsNeverARetry(string id)
    {
        var random = new Random(Seed);
        ForHostileAnswers(id, (answer, vendor) =>
        {
            VendorResult result = vendor.Classify(answer.Response);
            VendorOperation operation = Retries.Results.Operation(OperationSafety.NonIdempotentWrite, (OperationPurpose)random.Next(3));
            var state = new RetryState { Retries = random.Next(3), Refreshed = random.Next(2) == 0, EffectWasUnknown = random.Next(2) == 0, Jitter = random.NextDouble() };

            RetryDecision decision = VendorRetryPolicy.Decide(result, operation, state);

            if (result.Effect is not Effect.None)
            {
                decision.Action.Should().BeOneOf([RetryAction.Stop, RetryAction.Return], "of {0}", answer);
            }

            (decision.Action == RetryAction.Stop).Should().Be(decision.StopReason != StopReason.None);
            (decision.Wait ?? TimeSpan.Zero).Should().BeGreaterThanOrEqualTo(TimeSpan.Zero);
        });
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Evidence_OfHostileAnswers_StandsStrongestFirst(string id) => ForHostileAnswers(id, (answer, vendor) =>
        vendor.Explain(answer.Response).Evidence.Where(seen => seen.Source != EvidenceSource.Note).Select(seen => (int)seen.Source)
            .Should().BeInDescendingOrder("of {0}", answer));

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Evidence_OfHostileAnswers_NamesAWinner(string id) => ForHostileAnswers(id, (answer, vendor) =>
    {
        VendorResult result = vendor.Explain(answer.Response);
        if (result.Category != ErrorCategory.Unrecognized)
        {
            result.Evidence.Should().Contain(seen => seen.Verdict == EvidenceVerdict.Won, "of {0}", answer);
        }
    });

    private static void ForHostileAnswers(string id, Action<HostileAnswer, Vendor> check)
    {
        Vendor vendor = Vendor.Find(id)!;
        var answers = new HostileAnswers(vendor, Seed);
        for (var i = 0; i < s_answersPerVendor; i++)
        {
            check(answers.Next(), vendor);
        }
    }

    private static bool IsAllowed(VendorResult result) => AllowedPairs.All.Contains((result.Outcome, result.Effect)) && WaitIsPlausible(result);

    private static bool WaitIsPlausible(VendorResult result) =>
        result.Retry.MinimumWait is not { } wait || (wait >= TimeSpan.Zero && wait <= s_longest);
}
