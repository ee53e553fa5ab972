using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Words;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>
/// Tells from the beginning of a 2xx body whether it is a plain success whatever follows, so that a stream is not held up. A member
/// that comes twice could still change that; nobody is known to do so, and the answer is given on the first.
/// </summary>
internal static class EarlyVerdict
{
    /// <summary>Whether a body begins as most plain successes of the vendor do, which tells it whatever else came with the response.</summary>
    /// <param name="plainSuccess">What a plain success of the vendor looks like.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body, or its beginning.</param>
    /// <param name="success">The plain success, where it is one.</param>
    internal static bool IsToldByBeginning(PlainSuccess plainSuccess, int status, ReadOnlySpan<byte> body, out VendorResult success)
    {
        if (plainSuccess.MayHold(status) && plainSuccess.Find(body) is { } known)
        {
            success = known.Code.Verdict.Result;
            return true;
        }

        success = default;
        return false;
    }

    /// <summary>Yes: a plain success. No: there is something to tell, the body has to be read. Open: more bytes are needed.</summary>
    /// <param name="plainSuccess">What a plain success of the vendor looks like.</param>
    /// <param name="response">The response, with what has come of its body so far.</param>
    /// <param name="success">The plain success, where it is one.</param>
    /// <param name="isWhole">Whether nothing more need be waited for: the JSON value has come to its end, or it is no JSON at all.</param>
    internal static Truth IsPlainSuccess(PlainSuccess plainSuccess, in VendorResponse response, out VendorResult success, out bool isWhole)
    {
        isWhole = false;
        return IsToldByBeginning(plainSuccess, response.Status, response.Body, out success) ? Truth.Yes : JudgeFurther(plainSuccess, response, out success, out isWhole);
    }

    /// <summary>The same of a body that <see cref="IsToldByBeginning"/> was asked about already, and could not tell.</summary>
    internal static Truth JudgeFurther(PlainSuccess plainSuccess, in VendorResponse response, out VendorResult success, out bool isWhole)
    {
        ReadOnlySpan<byte> body = response.Body;
        success = default;
        isWhole = false;
        BodyKind kind = BodySniffer.Sniff(ref body, response);
        if (kind != BodyKind.Json)
        {
            // The first byte of a comment, of a page, of another encoding; or a part of a byte order mark.
            if (body.Length <= 1 || "\uFEFF"u8.StartsWith(body))
            {
                return Truth.Open;
            }

            return OfNoJson(plainSuccess, response, kind, body, out success, out isWhole);
        }

        if (body[0] == (byte)'[' && plainSuccess.JudgeList(body, response) is { } list)
        {
            success = list.Result;
            return plainSuccess.MayHold(response.Status) ? Truth.Yes : Truth.No;
        }

        var isFirstOfSequence = false;
        if (DeclaredType.IsSequence(DeclaredType.Of(response)) && JsonSequence.EndOfFirst(body, out JsonFault fault) is var first && fault == JsonFault.None)
        {
            // The first value of a sequence speaks for the answer; the others may be long in coming.
            body = body[..first];
            isFirstOfSequence = true;
        }

        SuccessVerdict verdict = plainSuccess.Judge(body, response, known: null, toTheEnd: false, out SkimEnd end);
        if (end == SkimEnd.Odd)
        {
            return OfOddBody(body, out isWhole);
        }

        isWhole = isFirstOfSequence || end == SkimEnd.Closed;
        if (verdict.IsPlainSuccess != Truth.Yes)
        {
            return verdict.IsPlainSuccess;
        }

        success = verdict.Result;
        return plainSuccess.MayHold(response.Status) ? Truth.Yes : Truth.No;
    }

    /// <summary>The same of a vendor whose 2xx is documented to tell the truth: nothing more than the first member is waited for.</summary>
    /// <param name="plainSuccess">What a plain success of the vendor looks like.</param>
    /// <param name="response">The response, with what has come of its body so far.</param>
    /// <returns>Yes: nothing to look for. No: look into the body. Open: more bytes are needed.</returns>
    internal static Truth IsBesideThePoint(PlainSuccess plainSuccess, in VendorResponse response)
    {
        ReadOnlySpan<byte> body = response.Body;
        return BodySniffer.Sniff(ref body, response) switch
        {
            BodyKind.Json => plainSuccess.IsBesideThePoint(body),
            _ when body.Length <= 1 || "\uFEFF"u8.StartsWith(body) => Truth.Open,
            BodyKind.Text or BodyKind.Bytes => Truth.Yes,
            _ => Truth.No,
        };
    }

    private static Truth OfNoJson(PlainSuccess plainSuccess, in VendorResponse response, BodyKind kind, ReadOnlySpan<byte> body, out VendorResult success, out bool isWhole)
    {
        success = SuccessVerdict.ByStatus.Result;

        // Of what is no JSON so much is read as counts as its message; by then it is known, too, what it is.
        isWhole = kind == BodyKind.UnsupportedEncoding || body.Length >= MessageReader.MaxTextBytes;
        if (kind is not (BodyKind.Text or BodyKind.Bytes) || !plainSuccess.MayHold(response.Status))
        {
            return Truth.No;
        }

        if (kind == BodyKind.Bytes || !plainSuccess.RequiresEnvelope(response))
        {
            return Truth.Yes;
        }

        // What begins as text may still turn out to be a file.
        return body.Length < BodySniffer.TextBytes ? Truth.Open : Truth.No;
    }

    private static Truth OfOddBody(ReadOnlySpan<byte> body, out bool isWhole)
    {
        JsonFault fault = JsonScanner.FaultOf(body);
        isWhole = fault == JsonFault.None && body[0] is (byte)'{' or (byte)'[';
        return fault == JsonFault.Cut ? Truth.Open : Truth.No;
    }
}
