using VendorErrors.Http.Requests;

namespace VendorErrors.Http.Tests.Requests;

/// <summary>A content that two writers ask for at once, as hedging does with one content.</summary>
public class RecordingTests
{
    [Fact]
    public void TwoWriters_TheSecondEndsFirst_TheCopyIsWhole()
    {
        var recording = new ContentRecording(1024);
        (_, bool records) = recording.Begin();
        records.Should().BeTrue();
        recording.Add("abc"u8);

        (bool replays, bool recordsToo) = recording.Begin();
        (replays, recordsToo).Should().Be((false, false));
        recording.End(isWhole: true, records: recordsToo);

        recording.CanReplay.Should().BeFalse("the first writer is not at its end");
        recording.Add("def"u8);
        recording.End(isWhole: true, records: true);
        recording.CanReplay.Should().BeTrue();
        recording.Length.Should().Be(6);
        recording.Release();
    }

    [Fact]
    public void TwoWriters_TheSecondFails_TheCopyOfTheFirstStays()
    {
        var recording = new ContentRecording(1024);
        recording.Begin();
        recording.Add("abc"u8);

        recording.Begin();
        recording.End(isWhole: false, records: false);
        recording.End(isWhole: true, records: true);

        recording.CanReplay.Should().BeTrue();
        recording.Length.Should().Be(3);
        recording.Release();
    }
}
