using System.Text;
using FluentAssertions;
using VendorErrors.Json;
using VendorErrors.Tests.Kit;
using Xunit;

namespace VendorErrors.Tests.Json;

/// <summary>Each construct alone and inside of others, and what it makes of the answers of a vendor.</summary>
public class JsonConstructTests
{
    public static TheoryData<string, string> Accepted => JsonConstructs.Accepted;

    public static TheoryData<string, string> Tolerated => JsonConstructs.Tolerated;

    public static TheoryData<string, string> Rejected => JsonConstructs.Rejected;

    public static TheoryData<string, string> RejectedAtTheEnd => JsonConstructs.RejectedAtTheEnd;

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Read_Construct_IsAcceptedWhereverItStands(string name, string construct)
    {
        foreach (byte[] json in Places(construct))
        {
            FaultOf(json).Should().Be(JsonFault.None, "of {0}", name);
            Oracle.Accepts(json).Should().BeTrue("of {0}", name);
        }
    }

    [Theory]
    [MemberData(nameof(Tolerated))]
    public void Read_ToleratedConstruct_IsAcceptedWhereverItStands(string name, string construct)
    {
        foreach (byte[] json in Places(construct))
        {
            FaultOf(json).Should().Be(JsonFault.None, "of {0}", name);
        }
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Read_BrokenConstruct_IsRejectedWhereverItStands(string name, string construct)
    {
        foreach (byte[] json in Places(construct))
        {
            FaultOf(json).Should().NotBe(JsonFault.None, "of {0}", name);
            Oracle.Accepts(json).Should().BeFalse("of {0}", name);
        }
    }

    [Theory]
    [MemberData(nameof(RejectedAtTheEnd))]
    public void Read_ConstructWithoutAnEnd_IsRejected(string name, string construct)
    {
        byte[] json = Encoding.Latin1.GetBytes(construct);

        FaultOf(json).Should().NotBe(JsonFault.None, "of {0}", name);
        Oracle.Accepts(json).Should().BeFalse("of {0}", name);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    [MemberData(nameof(Tolerated))]
    public void Classify_ConstructBesideTheCode_LeavesTheVerdict(string name, string construct)
    {
        foreach ((byte[] success, byte[] failure) in AnswersWith(construct))
        {
            FrozenVendors.Pbx.Classify(200, success).Outcome.Should().Be(VendorOutcome.Success, "of {0}", name);
            FrozenVendors.Pbx.Classify(200, failure).Category.Should().Be(ErrorCategory.NotFound, "of {0}", name);
        }
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Classify_BrokenConstructBesideTheCode_NeverMakesASuccessOfAFailure(string name, string construct)
    {
        foreach ((byte[] _, byte[] failure) in AnswersWith(construct))
        {
            VendorResult result = FrozenVendors.Pbx.Classify(200, failure);

            result.Category.Should().BeOneOf([ErrorCategory.NotFound, ErrorCategory.ProtocolViolation], "of {0}", name);
            result.Code.Should().Match(code => code == null || code == "60001", "of {0}", name);
        }
    }

    [Theory]
    [MemberData(nameof(RejectedAtTheEnd))]
    public void Classify_ConstructWithoutAnEnd_IsNoSuccessOfAVendorWithAnEnvelope(string name, string construct) =>
        FrozenVendors.Dialer.Classify(200, [.. "{\"statusCode\":2,\"x\":"u8, .. Encoding.Latin1.GetBytes(construct)]).IsFailure.Should().BeTrue("of {0}", name);

    private static byte[][] Places(string construct) =>
        [.. new[] { construct, $"[{construct}]", $"[0,{construct}]", $"{{\"a\":{construct}}}", $"{{\"a\":0,\"b\":[{construct}]}}" }.Select(Encoding.Latin1.GetBytes)];

    private static IEnumerable<(byte[] Success, byte[] Failure)> AnswersWith(string construct) =>
    [
        (Encoding.Latin1.GetBytes($"{{\"errcode\":0,\"errmsg\":\"SUCCESS\",\"x\":{construct}\n}}"), Encoding.Latin1.GetBytes($"{{\"errcode\":60001,\"errmsg\":\"DATA NOT FOUND\",\"x\":{construct}\n}}")),
        (Encoding.Latin1.GetBytes($"{{\"x\":{construct}\n,\"errcode\":0}}"), Encoding.Latin1.GetBytes($"{{\"x\":{construct}\n,\"errcode\":60001}}")),
    ];

    private static JsonFault FaultOf(byte[] json) => new PathTree().Read(json, new JsonSlot[1], out _);
}
