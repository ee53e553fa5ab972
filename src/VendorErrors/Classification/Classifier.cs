using System.Runtime.CompilerServices;
using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>
/// The way of an answer, in one pass over its body. Under a 2xx the pass stops after each decisive member and asks whether the answer is a plain
/// success whatever follows (yes, no, not yet). Yes: that is the answer. No: the same pass goes on to the end, and what it found is interpreted.
/// </summary>
internal static class Classifier
{
    /// <summary>
    /// Up to this many bytes a body is read to its end also after the verdict: its root has to be closed, nothing may follow it, and no member
    /// that counts may come again. Of a larger one that is not worth the time.
    /// </summary>
    internal const int CheckedBytes = 4 * 1024;

    /// <summary>Of a fixed number: room of a number that is not known in advance costs more to clear. 12 bytes each.</summary>
    internal const int SlotsOnStack = 32;

    /// <summary>The same of a definition that looks at more; what looks at more still is read in an array.</summary>
    internal const int MoreSlotsOnStack = 128;

    /// <summary>The answer to a body that has come as far as it will.</summary>
    internal static VendorResult Classify(Catalog catalog, in VendorResponse response, bool explain)
    {
        int count = catalog.Paths.SlotCount;
        Span<JsonSlot> slots = count <= SlotsOnStack ? stackalloc JsonSlot[SlotsOnStack] : count <= MoreSlotsOnStack ? stackalloc JsonSlot[MoreSlotsOnStack] : new JsonSlot[count];
        ReadOnlySpan<byte> body = response.Body;
        if (!catalog.AllowsSuccess(response.Status) || !(BodySniffer.IsPlainlyJson(body) || BodySniffer.Sniff(ref body, response) == BodyKind.Json))
        {
            return Interpret(catalog, response, slots, explain);
        }

        var reader = new PathReader(body, catalog.Paths, slots);
        Truth isSuccess = IsPlainSuccess(catalog, ref reader, body, response, slots, out SuccessCode? code);
        if (isSuccess == Truth.Yes && body.Length <= CheckedBytes && reader.MoveToEnd() != PathReaderEnd.Closed)
        {
            isSuccess = Truth.No;
        }

        return isSuccess == Truth.Yes && !explain ? code?.Result ?? SuccessCode.ByStatus : InterpretRest(catalog, response, reader, body, slots, isSuccess == Truth.Yes, explain);
    }

    /// <summary>
    /// The same of the beginning of a body, so that a stream is not held up. Yes: a plain success whatever follows. No: there is something to say, and
    /// the body has to be read for it. Open: more bytes are needed. A member that comes twice could still change a yes; nobody is known to send one.
    /// </summary>
    /// <param name="catalog">The vendor's catalog.</param>
    /// <param name="response">The response, with what has come of its body so far.</param>
    /// <param name="success">The plain success, where it is one.</param>
    /// <param name="isWhole">Whether nothing more need be waited for: the JSON value has come to its end, or it is no JSON at all.</param>
    internal static Truth ClassifyBeginning(Catalog catalog, in VendorResponse response, out VendorResult success, out bool isWhole)
    {
        ReadOnlySpan<byte> body = response.Body;
        BodyKind kind = BodySniffer.IsPlainlyJson(body) ? BodyKind.Json : BodySniffer.Sniff(ref body, response);
        isWhole = false;
        if ((kind != BodyKind.Json || body[0] != (byte)'{' || !catalog.Definition.SuccessMayCarryError)
            && PartialBody.Decide(catalog, response, kind, body, out success, out isWhole) is var decided and not null)
        {
            return decided.Value;
        }

        success = default;
        int count = catalog.Paths.SlotCount;
        Span<JsonSlot> slots = count <= SlotsOnStack ? stackalloc JsonSlot[SlotsOnStack] : count <= MoreSlotsOnStack ? stackalloc JsonSlot[MoreSlotsOnStack] : new JsonSlot[count];
        var reader = new PathReader(body, catalog.Paths, slots);
        Truth isSuccess = IsPlainSuccess(catalog, ref reader, body, response, slots, out SuccessCode? code);
        isWhole = reader.End == PathReaderEnd.Closed;
        if (isSuccess != Truth.Yes && PartialBody.EndOfFirst(response, body) is var end and > 0)
        {
            // The first value of a sequence speaks for the answer; the others may be long in coming.
            isWhole = true;
            isSuccess = end < body.Length ? ClassifyBeginning(catalog, response.WithBody(body[..end]), out success, out _) : isSuccess;
            return isSuccess == Truth.Open ? Truth.No : isSuccess;
        }

        if (reader.End == PathReaderEnd.Odd)
        {
            return PartialBody.IsCut(body, out isWhole) ? Truth.Open : Truth.No;
        }

        success = isSuccess == Truth.Yes ? code?.Result ?? SuccessCode.ByStatus : default;
        return isSuccess == Truth.Yes && !catalog.AllowsSuccess(response.Status) ? Truth.No : isSuccess;
    }

    /// <summary>Reads on until it is known whether the answer is a plain success, or the body ends.</summary>
    private static Truth IsPlainSuccess(Catalog catalog, ref PathReader reader, ReadOnlySpan<byte> body, in VendorResponse response, ReadOnlySpan<JsonSlot> slots, out SuccessCode? code)
    {
        var view = new JsonView(body, slots);
        while (reader.MoveNext())
        {
            Truth isSuccess = catalog.IsPlainSuccess(view, response, isWhole: false, out code);
            if (isSuccess != Truth.Open)
            {
                return isSuccess;
            }
        }

        code = null;
        return reader.End == PathReaderEnd.Closed ? catalog.IsPlainSuccess(view, response, isWhole: true, out code)
            : reader.End == PathReaderEnd.Cut ? Truth.Open
            : Truth.No;
    }

    // Its own method, so that its many locals cost a plain success nothing.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static VendorResult InterpretRest(
        Catalog catalog, in VendorResponse response, PathReader reader, ReadOnlySpan<byte> body, Span<JsonSlot> slots, bool isSuccess, bool explain)
    {
        Reading reading = default;
        reading.Body = body;
        reading.Kind = BodyKind.Json;
        if (isSuccess)
        {
            // What a plain success may hold after its verdict is no fault.
            _ = reader.MoveToEnd();
        }
        else
        {
            reading.Fault = catalog.Paths.Finish(reader, body, slots, out reading.HasDuplicates);
            SetKind(ref reading, response);
        }

        return Interpret(catalog, response, ref reading, slots, explain);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static VendorResult Interpret(Catalog catalog, in VendorResponse response, Span<JsonSlot> slots, bool explain)
    {
        Reading reading = default;
        reading.Body = response.Body;
        reading.Kind = BodySniffer.Sniff(ref reading.Body, response);
        if (reading.Kind == BodyKind.Json)
        {
            reading.Fault = catalog.Paths.Read(reading.Body, slots, out reading.HasDuplicates);
            SetKind(ref reading, response);
        }
        else if (reading.Kind == BodyKind.Xml && catalog.Definition.ReadsXml)
        {
            return InterpretXml(catalog, response, ref reading, slots, explain);
        }

        return Interpret(catalog, response, ref reading, slots, explain);
    }

    /// <summary>
    /// XML of a vendor that answers in it: read as its members are, and JSON from there on where an envelope takes it. What none takes stays what it
    /// is, a page of somebody between us and the vendor or data.
    /// </summary>
    private static VendorResult InterpretXml(Catalog catalog, in VendorResponse response, ref Reading reading, Span<JsonSlot> slots, bool explain)
    {
        ReadOnlySpan<byte> xml = reading.Body;
        byte[] members = XmlMembers.Read(xml, out JsonFault fault, out bool isTooLarge);
        reading.Body = members;
        reading.Fault = catalog.Paths.Read(members, slots, out reading.HasDuplicates);
        reading.Fault = fault;
        reading.IsXml = true;
        reading.IsTruncated = isTooLarge;
        reading.Kind = members.Length == 0 ? BodyKind.Xml : fault == JsonFault.None ? BodyKind.Json : BodyKind.BrokenJson;
        if (!TryFindEnvelope(catalog, response, ref reading, slots))
        {
            reading.Body = xml;
            reading.Kind = BodyKind.Xml;
            reading.Members = members;
        }

        return Finish(catalog, response, ref reading, explain);
    }

    private static VendorResult Interpret(Catalog catalog, in VendorResponse response, ref Reading reading, Span<JsonSlot> slots, bool explain)
    {
        _ = TryFindEnvelope(catalog, response, ref reading, slots);
        return Finish(catalog, response, ref reading, explain);
    }

    /// <summary>Places the values of headers beside those of the body, where the definition looks at any, and finds the envelope.</summary>
    private static bool TryFindEnvelope(Catalog catalog, in VendorResponse response, ref Reading reading, Span<JsonSlot> slots)
    {
        bool isJson = reading.Kind is BodyKind.Json or BodyKind.BrokenJson;
        if (!isJson)
        {
            slots.Clear();
        }

        byte[]? withHeaders = HeaderValues.Place(reading.Body, catalog.Paths, response, slots);
        if (isJson || withHeaders is not null)
        {
            reading.View = new JsonView(withHeaders ?? reading.Body, slots);
            reading.Envelope = isJson ? catalog.EnvelopeOf(reading.View, response) : catalog.EnvelopeByHeader(reading.View, response);
        }

        return reading.Envelope is not null;
    }

    private static VendorResult Finish(Catalog catalog, in VendorResponse response, ref Reading reading, bool explain)
    {
        reading.IsTruncated |= response.IsTruncated;

        Interpreter.Interpret(catalog, response, reading, out Verdict verdict);
        return verdict.Outcome == VendorOutcome.Success && !explain && IsWrittenAsInTheCatalog(reading, verdict)
            ? new VendorResult(verdict.Outcome, verdict.Effect, verdict.Confidence, verdict.CodeRow)
            : new VendorResult(AnswerBuilder.Build(catalog, response, reading, verdict, explain));
    }

    private static void SetKind(ref Reading reading, in VendorResponse response)
    {
        if (reading.Fault == JsonFault.TrailingData && DeclaredType.IsSequence(DeclaredType.Of(response)))
        {
            // The first value speaks for the answer; the others are data.
            reading.Fault = JsonSequence.FaultOf(reading.Body, response.IsTruncated);
        }

        reading.Kind = reading.Fault == JsonFault.None ? BodyKind.Json : BodyKind.BrokenJson;
    }

    // Only then does the row alone say the code as it was received.
    private static bool IsWrittenAsInTheCatalog(in Reading reading, in Verdict verdict) =>
        verdict.CodeRow is { } row ? !row.IsFamily && reading.View.EqualsExactly(verdict.Code, row.Code) : !verdict.Code.HasValue;
}
