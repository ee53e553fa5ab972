using System.Diagnostics;
using System.Text;
using FluentAssertions;
using VendorErrors.Tests.Kit;
using Xunit;

namespace VendorErrors.Tests.Fuzz;

/// <summary>No answer takes time out of proportion to its length. Rates of growth, not times: four times as much may take sixteen times as long only where something is squared.</summary>
[Trait("Category", "Slow")]
[Collection(Alone.Name)]
public class GrowthTests
{
    // As a text the larger body stays below the size from which .NET allocates apart and collects everything, which takes a time of its own.
    private const int MostCharacters = 40_000;
    private const int Times = 4;
    private const double Most = 9;

    public static TheoryData<string, string, string, string> Growing => new()
    {
        { "nested arrays", "{\"errcode\":1,\"x\":", "[", "" },
        { "nested objects", "{\"errcode\":1,\"x\":", "{\"a\":", "" },
        { "many members", "{\"errcode\":60001", ",\"member\":1", "}" },
        { "one member many times", "{\"errcode\":60001", ",\"errmsg\":\"x\"", "}" },
        { "many items", "{\"errcode\":1,\"failed\":[0", ",{\"code\":1}", "]}" },
        { "blanks", "{\"errcode\":60001,\"errmsg\":", " ", "\"x\"}" },
        { "comments", "{\"errcode\":60001,\"errmsg\":", "/**/", "\"x\"}" },
        { "escapes", "{\"errcode\":60001,\"errmsg\":\"", "\\n", "\"}" },
        { "backslashes", "{\"errcode\":60001,\"errmsg\":\"", "\\\\", "\"}" },
        { "unicode escapes", "{\"errcode\":60001,\"errmsg\":\"", "\\u0130", "\"}" },
        { "digits in the sentence", "{\"errcode\":60001,\"errmsg\":\"try again in ", "1", " seconds\"}" },
        { "numbers in the sentence", "{\"errcode\":60001,\"errmsg\":\"", "in 1 x ", "\"}" },
        { "invitations in the sentence", "{\"errcode\":60001,\"errmsg\":\"", "try again in one ", "\"}" },
        { "units in the sentence", "{\"errcode\":60001,\"errmsg\":\"try again in ", "1 day ", "\"}" },
        { "words of a refinement", "{\"errcode\":60001,\"errmsg\":\"", "already ", "\"}" },
        { "a long code", "{\"errcode\":\"", "1", "\"}" },
        { "quotes", "", "\"", "" },
        { "angle brackets", "", "<", "" },
        { "text", "", "Bad gateway ", "" },
        { "no JSON at all", "", "\\", "" },
    };

    [Theory]
    [MemberData(nameof(Growing))]
    public void Classify_FourTimesTheBody_TakesNoMoreThanInProportion(string what, string beginning, string piece, string end)
    {
        foreach (Vendor vendor in new[] { Vendor.YeastarPSeries, Vendor.Dialnexa })
        {
            int pieces = MostCharacters / Times / piece.Length;
            byte[] small = Body(beginning, piece, end, pieces);
            byte[] large = Body(beginning, piece, end, pieces * Times);

            // A busy machine can slow down one of the two; it does not do so every time.
            var growth = double.MaxValue;
            for (var round = 0; round < 10 && growth > Most; round++)
            {
                growth = Math.Min(growth, Fastest(vendor, large) / Fastest(vendor, small));
            }

            growth.Should().BeLessThanOrEqualTo(Most, "{0} are read in one go by {1}", what, vendor.Id);
        }
    }

    private static byte[] Body(string beginning, string piece, string end, int pieces) => Encoding.UTF8.GetBytes(beginning + new StringBuilder().Insert(0, piece, pieces) + end);

    private static double Fastest(Vendor vendor, byte[] body)
    {
        var fastest = long.MaxValue;
        for (var i = 0; i < 7; i++)
        {
            long start = Stopwatch.GetTimestamp();
            vendor.Classify(200, body);
            fastest = Math.Min(fastest, Stopwatch.GetTimestamp() - start);
        }

        return fastest;
    }
}
