using System.Text;
using FluentAssertions;
using VendorErrors.Packs;
using VendorErrors.Tests.Events;
using Xunit;

namespace VendorErrors.Tests.Fuzz;

/// <summary>The captured events of all vendors, damaged at random: nothing is thrown, and no event says more than it may.</summary>
[Trait("Category", "Slow")]
public class EventFuzzTests
{
    private const int Cases = 4_000;
    private const int MostDamages = 4;

    public static TheoryData<string> VendorIds => new(Vendor.All.Where(vendor => vendor.Events.Shapes.Count > 0).Select(vendor => vendor.Id));

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void ReadEvents_DamagedEvents_KeepsItsWord(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        IReadOnlyList<PackEvent> samples = vendor.ContentWithAnswers.EventSamples;
        for (var seed = 0; seed < Effort.Of(Cases); seed++)
        {
            var random = new Random(seed);
            PackEvent sample = samples[random.Next(samples.Count)];
            byte[] body = Encoding.UTF8.GetBytes(sample.Body);
            for (int left = random.Next(MostDamages + 1); left > 0; left--)
            {
                body = BodyMutations.Apply(body, random, FuzzCorpus.Instance);
            }

            IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers = random.Next(4) == 0 ? [] : AcmeEvents.Headers([.. sample.Headers.Select(header => (header.Key, header.Value))]);

            FluentActions.Invoking(() => Violation(vendor, body, headers)).Should().NotThrow("seed {0}", seed).Which.Should().BeNull("seed {0}: {1}", seed, Encoding.UTF8.GetString(body));
        }
    }

    private static string? Violation(Vendor vendor, byte[] body, IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        IReadOnlyList<VendorEvent> events = vendor.ReadEvents(body, headers);
        string?[] found =
        [
            events.Count > 0 ? null : "no event at all",
            vendor.ReadEvents(body, headers).Select(read => read.Key).SequenceEqual(events.Select(read => read.Key), StringComparer.Ordinal) ? null : "another reading the second time",
            .. events.Select(Violation),
        ];
        return Array.Find(found, text => text is not null);
    }

    private static string? Violation(VendorEvent read) =>
        read.Category is not null && read.Outcome != VendorOutcome.Failure ? $"{read} has a category and no failure"
            : read.Outcome == VendorOutcome.Undetermined && read.Effect != Effect.Unknown && read.VendorState is null ? $"{read} is not known, and its effect is"
            : read.NextAttempt is not (NextAttempt.Undetermined or NextAttempt.NotNeeded) && !(read.IsFinal && read.Outcome == VendorOutcome.Failure) ? $"{read} is not over, and says something of another attempt"
            : read.NextAttemptDelay is not null && read.NextAttempt is not (NextAttempt.Soon or NextAttempt.Later) ? $"{read} has a delay of no attempt"
            : read.Key.Length == 0 || read.Evidence.Count == 0 ? $"{read} has no key, or nothing that explains it"
            : read.ToString().Any(char.IsControl) ? "a control character"
            : null;
}
