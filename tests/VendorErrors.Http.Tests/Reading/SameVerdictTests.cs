using System.Net;
using Microsoft.Extensions.Time.Testing;
using VendorErrors.Http.Reading;
using VendorErrors.Http.Requests;
using VendorErrors.Tests.Fixtures;

namespace VendorErrors.Http.Tests.Reading;

/// <summary>A captured answer means the same in a direct call and through the handler, however its bytes arrive.</summary>
public class SameVerdictTests
{
    // A client that streams does not wait for the end of a success, so it does not see that the end is missing.
    public static TheoryData<string> Names => [.. FixtureFiles.Names.Where(name => FixtureFiles.Read(name) is { Status: not 0 } fixture && !(fixture.Status == 200 && name.Contains("/cut-json", StringComparison.Ordinal)))];

    [Theory(Timeout = 10_000)]
    [MemberData(nameof(Names))]
    public async Task ReadAsync_CapturedAnswer_MeansWhatClassifySays(string name)
    {
        Fixture fixture = FixtureFiles.Read(name);
        Vendor vendor = Vendor.Find(fixture.VendorId)!;
        VendorResult direct = vendor.Classify(new VendorResponse(fixture.Status, fixture.Body)
        {
            Method = fixture.Method,
            Path = fixture.Path,
            Headers = fixture.Headers,
            ReceivedAt = fixture.ReceivedAt,
        });
        var reader = new ResponseReader(vendor, VendorErrorOptions.DefaultPeekLimit, 262_144, new FakeTimeProvider(fixture.ReceivedAt ?? DateTimeOffset.UnixEpoch));

        foreach (int size in (int[])[1, 7, 4096])
        {
            using HttpResponseMessage response = ResponseOf(fixture, size);

            VendorResult read = await reader.ReadAsync(response, new VendorRequest(fixture.Method, fixture.Path), isAsync: true, timeLeft: null, TestContext.Current.CancellationToken, TestContext.Current.CancellationToken);

            (read.Outcome, read.Effect, read.Category, read.Code, read.Confidence).Should().Be((direct.Outcome, direct.Effect, direct.Category, direct.Code, direct.Confidence), "of chunks of {0} bytes", size);
            (read.Retry.Disposition, read.Retry.WaitSource).Should().Be((direct.Retry.Disposition, direct.Retry.WaitSource));
            (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(fixture.Body);
        }
    }

    private static HttpResponseMessage ResponseOf(Fixture fixture, int size)
    {
        var response = new HttpResponseMessage((HttpStatusCode)fixture.Status) { Content = new StreamContent(ScriptedStream.Cut(fixture.Body, size)) };
        foreach (KeyValuePair<string, IEnumerable<string>> header in fixture.Headers)
        {
            _ = response.Headers.TryAddWithoutValidation(header.Key, header.Value) || response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return response;
    }
}
