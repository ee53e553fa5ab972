using System.Runtime.CompilerServices;
using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>The flow: read, interpret, and, where there is anything to tell, build the answer. A plain success, the most frequent answer, is recognized without all that.</summary>
internal static class Classifier
{
    // 12 bytes each.
    internal const int MaxSlotsOnStack = 256;

    internal static VendorResult Classify(Vendor vendor, in VendorResponse response, bool explain)
    {
        SuccessVerdict success = vendor.PlainSuccess.Recognize(response);
        bool isPlainSuccess = success.IsPlainSuccess == Truth.Yes;
        return isPlainSuccess && !explain ? success.Result : ReadAndInterpret(vendor.Catalog, response, isPlainSuccess, explain);
    }

    // Its own method, so that its many locals cost a plain success nothing.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static VendorResult ReadAndInterpret(Catalog catalog, in VendorResponse response, bool isPlainSuccess, bool explain)
    {
        int count = catalog.Paths.SlotCount;
        Span<JsonSlot> slots = count <= MaxSlotsOnStack ? stackalloc JsonSlot[count] : new JsonSlot[count];
        BodyReader.Read(catalog, response, slots, isPlainSuccess, out Reading reading);
        Interpreter.Interpret(catalog, response, reading, out Verdict verdict);
        return verdict.Outcome == VendorOutcome.Success && !explain && IsWrittenAsInTheCatalog(reading, verdict)
            ? new VendorResult(verdict.Outcome, verdict.Effect, verdict.Confidence, verdict.CodeRow)
            : new VendorResult(AnswerBuilder.Build(catalog, response, reading, verdict));
    }

    // Only then does the row alone tell the code as it was received.
    private static bool IsWrittenAsInTheCatalog(in Reading reading, in Verdict verdict) =>
        verdict.CodeRow is { } row ? row.LastCode is null && reading.View.EqualsExactly(verdict.Code, row.Code) : !verdict.Code.HasValue;
}
