using VendorErrors.Testing.Events;

namespace VendorErrors.Testing.Tests.Events;

/// <summary>What is composed of a vendor's captured events says what was wanted, of what was really done.</summary>
public class EventComposerTests
{
    private static readonly DateTimeOffset s_time = new(2026, 5, 17, 10, 11, 12, TimeSpan.Zero);

    public static TheoryData<string> Vendors => [.. Vendor.All.Where(vendor => EventSamples.Of(vendor).Count > 0).Select(vendor => vendor.Id)];

    [Theory]
    [MemberData(nameof(Vendors))]
    public void WhateverIsCaptured_CanBeComposed(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        foreach (EventSample sample in EventSamples.Of(vendor))
        {
            EventCause cause = CauseOf(sample.Read.Kind, "my reference");

            ComposedEvent? composed = EventComposer.TryCompose(vendor, sample, index: 0, cause, s_time);

            composed.Should().NotBeNull(sample.Name);
            VendorEvent read = composed!.Read;
            (read.Kind, read.State, read.Category, read.Code).Should().Be((sample.Read.Kind, sample.Read.State, sample.Read.Category, sample.Read.Code), sample.Name);
            read.SubjectId.Should().Be(IsOwnId(sample) ? "my reference" : cause.PersonId, sample.Name);
            read.ClientReference.Should().Be(sample.Shape.ClientReference.Count > 0 ? "my reference" : null, sample.Name);
            (read.OccurredAt is null || (read.OccurredAt.Value - s_time).Duration() < TimeSpan.FromMinutes(1)).Should().BeTrue(sample.Name);
            sample.Read.RelatedIds.Append(sample.Read.SubjectId).Where(read.Concerns).Should().BeEmpty("nothing ties {0} to what was captured", sample.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void ARequestWithoutAReference_IsAnsweredWithoutOne(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        foreach (EventSample sample in EventSamples.Of(vendor))
        {
            VendorEvent read = EventComposer.TryCompose(vendor, sample, index: 0, CauseOf(sample.Read.Kind, reference: null), s_time)!.Read;

            read.ClientReference.Should().Be(IsOwnId(sample) ? read.SubjectId : null, sample.Name);
        }
    }

    [Theory]
    [InlineData("2026-01-13T08:27:33Z", "2026-05-17T10:11:12Z")]
    [InlineData("2026-01-06T10:17:19.375Z", "2026-05-17T10:11:12.000Z")]
    [InlineData("2026-01-13T08:27:33+02:00", "2026-05-17T10:11:12+00:00")]
    [InlineData("2026-01-13 08:27:33", "2026-05-17 10:11:12")]
    [InlineData("Sun, 25 Mar 2018 09:53:30 +0000", "Sun, 17 May 2026 10:11:12 +0000")]
    [InlineData("1532512345", "1779012672")]
    [InlineData("1532512345.123", "1779012672")]
    [InlineData("1532512345678", "1779012672000")]
    [InlineData("soon", "2026-05-17T10:11:12Z")]
    public void ATime_IsWrittenAsTheVendorWritesIt(string sample, string expected) => TimeText.Like(sample, s_time).Should().Be(expected);

    // Where the program makes the id of its call, subject and reference are one member.
    private static bool IsOwnId(EventSample sample) => sample.Shape.ClientReference.Any(sample.Shape.Subject.Contains);

    private static EventCause CauseOf(EventKind kind, string? reference) => new(
        7, kind == EventKind.Message ? OperationKind.Send : OperationKind.Dial, 0, new AnswerId("answered-7", []), "answered-7", _ => reference);
}
