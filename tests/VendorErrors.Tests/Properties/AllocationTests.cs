using FluentAssertions;
using VendorErrors.Classification.Waits;
using VendorErrors.Tests.Conventions;
using VendorErrors.Tests.Fixtures;
using Xunit;

namespace VendorErrors.Tests.Properties;

/// <summary>A plain success costs no object, and neither does looking for a wait.</summary>
public class AllocationTests
{
    private const int WarmUps = 200;
    private const int Measured = 100;

    /// <summary>Of each vendor the captured answers that are plain successes by their envelope or status.</summary>
    public static TheoryData<string> Successes => new(FixtureFiles.Names.Where(name => FixtureFiles.Read(name)["outcome"] == "success" && FixtureFiles.Read(name)["code-name"] != "none"));

    [Theory]
    [MemberData(nameof(FixtureTests.VendorIds), MemberType = typeof(FixtureTests))]
    public void Successes_OfAVendor_AreAmongTheFixtures(string id) =>
        FixtureFiles.Names.Should().Contain(name => name.StartsWith(id + "/", StringComparison.Ordinal) && FixtureFiles.Read(name)["outcome"] == "success", "each vendor needs a fixture of a plain success");

    [Theory]
    [MemberData(nameof(Successes))]
    public void Classify_Success_AllocatesNothing(string name)
    {
        Fixture fixture = FixtureFiles.Read(name);
        Vendor vendor = Vendor.Find(fixture.VendorId)!;
        int status = fixture.Status;
        byte[] bytes = fixture.Body;
        VendorOperation operation = vendor.Operation(fixture.Method, fixture.Path);
        for (var i = 0; i < WarmUps; i++)
        {
            vendor.Classify(status, bytes, operation).IsSuccess.Should().BeTrue();
        }

        // As below: beside other tests the optimized code may be long in coming.
        long allocated = long.MaxValue;
        for (var round = 0; round < 100 && allocated > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var successes = 0;
            for (var i = 0; i < Measured; i++)
            {
                successes += vendor.Classify(status, bytes, operation).IsSuccess ? 1 : 0;
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            successes.Should().Be(Measured);
            if (allocated > 0)
            {
                Thread.Sleep(20);
            }
        }

        allocated.Should().Be(0);
    }

    [Fact]
    public void WaitText_AnySentence_AllocatesNothing()
    {
        const string sentence = "Rate limit exceeded. Please try again in 1 minute and 30 seconds.";

        // The first, unoptimized code may box; what counts is the code that stays, and beside other tests that is long in coming.
        long allocated = long.MaxValue;
        for (var round = 0; round < 1000 && allocated > 0; round++)
        {
            for (var i = 0; i < 100; i++)
            {
                WaitPhrase.Find(sentence.AsSpan(), out _);
            }

            Thread.Sleep(20);
            long before = GC.GetAllocatedBytesForCurrentThread();
            WaitPhrase.Find(sentence.AsSpan(), out _);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        allocated.Should().Be(0);
    }
}
