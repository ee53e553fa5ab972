using VendorErrors.Definitions;

namespace VendorErrors.Testing.Tests.Responses;

/// <summary>What a composed answer asks to wait is what the classification reads, for every row that is sent again after a wait.</summary>
public class WaitTests
{
    public static TheoryData<string, double, int> Waits
    {
        get
        {
            var data = new TheoryData<string, double, int>();
            foreach (Vendor vendor in Vendor.All)
            {
                foreach ((double asked, int read) in ((double, int)[])[(0.4, 1), (1, 1), (2, 2), (59.001, 60), (90, 90), (3_600, 3_600), (100_000, 100_000)])
                {
                    data.Add(vendor.Id, asked, read);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public void For_Wait_IsReadInWholeSecondsRoundedUp(string vendorId, double asked, int read)
    {
        Vendor vendor = Vendor.Find(vendorId)!;
        foreach (CodeRow row in vendor.Codes.Where(row => row.Category?.ToGroup() == ErrorGroup.Limit && row.Category?.ToRetryDisposition() == RetryDisposition.AfterDelay && row.MaxRetryAttempts != 0))
        {
            ComposedResponse response = VendorResponses.For(vendor, row, new ResponseOptions { Wait = TimeSpan.FromSeconds(asked) });

            VendorResult result = response.Classify();

            TimeSpan expected = TimeSpan.FromSeconds(Math.Max(read, row.Wait?.TotalSeconds ?? 0));
            result.Category.Should().Be(row.Category);
            result.Retry.MinimumWait.Should().Be(expected, $"{row} was composed as HTTP {response.Status} {response.Body}");
        }
    }

    [Fact]
    public void For_WaitWhereErrorsHideIn200_IsSaidInASentence()
    {
        ComposedResponse response = VendorResponses.For(Vendor.TalkdeskDialer, "10", new ResponseOptions { Message = "Rate limit exceeded.", Wait = TimeSpan.FromSeconds(30) });

        response.Status.Should().Be(200);
        response.Body.Should().Be("""{"statusCode":10,"message":"Rate limit exceeded. Please try again in 30 seconds.","payload":null}""");
        response.Headers.Should().BeEmpty();
        response.Classify().Retry.WaitSource.Should().Be(WaitSource.MessageText);
    }

    [Fact]
    public void For_WaitWhereTheStatusTellsTheTruth_IsSaidInRetryAfter()
    {
        ComposedResponse response = VendorResponses.For(Vendor.Dialnexa, "429", new ResponseOptions { Wait = TimeSpan.FromSeconds(30) });

        response.Status.Should().Be(429);
        response.Headers.Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, string>("Retry-After", "30"));
        response.Classify().Retry.WaitSource.Should().Be(WaitSource.RetryAfterHeader);
    }

    [Fact]
    public void For_NegativeWait_Throws() =>
        FluentActions.Invoking(() => VendorResponses.For(Vendor.Dialnexa, "429", new ResponseOptions { Wait = TimeSpan.FromSeconds(-1) }))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("The wait is -00:00:01; it must be zero or more.*");
}
