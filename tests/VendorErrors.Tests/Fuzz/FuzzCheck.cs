using System.Diagnostics;
using VendorErrors.Classification;
using VendorErrors.Classification.Bodies;
using VendorErrors.Json;
using VendorErrors.Retries;
using VendorErrors.Testing.Conformance;
using VendorErrors.Tests.Classification;

namespace VendorErrors.Tests.Fuzz;

/// <summary>What has to hold for any answer.</summary>
internal static class FuzzCheck
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(31);

    // Hundreds of times what the longest of these bodies takes; a noisy machine alone does not reach it three times.
    private static readonly TimeSpan s_slow = TimeSpan.FromMilliseconds(200);

    /// <summary>What is wrong; null where nothing is.</summary>
    internal static string? Violation(FuzzCase fuzzed)
    {
        try
        {
            long start = Stopwatch.GetTimestamp();
            string? violation = Judge(fuzzed);
            return violation ?? (Stopwatch.GetElapsedTime(start) > s_slow && IsSlow(fuzzed) ? "slow" : null);
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"throws {e.GetType().Name}";
        }
    }

    private static bool IsSlow(FuzzCase fuzzed) => Enumerable.Range(0, 3).All(_ =>
    {
        long start = Stopwatch.GetTimestamp();
        Judge(fuzzed);
        return Stopwatch.GetElapsedTime(start) > s_slow;
    });

    private static string? Judge(FuzzCase fuzzed)
    {
        VendorResult brief = fuzzed.Vendor.Classify(fuzzed.Response);
        VendorResult full = fuzzed.Vendor.Explain(fuzzed.Response);
        VendorOperation write = fuzzed.Vendor.Operation("POST", fuzzed.Path);
        RetryDecision decision = VendorRetryPolicy.Decide(brief, write);
        return !AllowedPairs.All.Contains((brief.Outcome, brief.Effect)) ? $"outcome {brief.Outcome} with effect {brief.Effect}"
            : brief.IsFailure != brief.Error is not null ? "a failure without an error"
            : brief.Outcome != VendorOutcome.Success && brief.Answer is null ? "no answer"
            : full.Answer is null || full.Evidence.Count == 0 ? "no evidence"
            : brief.Retry.MinimumWait is { } wait && (wait < TimeSpan.Zero || wait > s_longestWait) ? $"a wait of {wait}"
            : brief.Effect != Effect.None && write.Safety == OperationSafety.NonIdempotentWrite && decision.Action is RetryAction.Retry or RetryAction.RefreshThenRetry ? "a write of unknown effect is sent again"
            : Differ(brief, full) ? $"Classify says {brief.Outcome} {brief.Code}, Explain {full.Outcome} {full.Category} {full.Code}"
            : OfExactReading(fuzzed, fuzzed.Response, brief);
    }

    /// <summary>Whether the one pass has seen what the exact reading sees.</summary>
    private static string? OfExactReading(FuzzCase fuzzed, in VendorResponse response, in VendorResult brief)
    {
        // This measure reads members alone; what a header that counts says besides is held by the tests of headers.
        PathTree paths = fuzzed.Vendor.Catalog.Paths;
        if (HeaderValues.Place(response.Body, paths, response, new JsonSlot[paths.SlotCount]) is not null)
        {
            return null;
        }

        // Of XML there is no quick pass.
        ReadOnlySpan<byte> body = response.Body;
        if (fuzzed.Vendor.Definition.ReadsXml && BodySniffer.Sniff(ref body, response) == BodyKind.Xml)
        {
            return null;
        }

        VendorResult exact = Exact(fuzzed.Vendor, response, isLenient: false, out Reading reading);
        bool isLarge = fuzzed.Body.Length > Classifier.CheckedBytes;

        // Of a success it is not looked at what stands within skipped values; of a large one nor at what stands behind the verdict.
        return !Differ(brief, exact) ? null
            : brief.Outcome == VendorOutcome.Success && isLarge && (reading.HasDuplicates || reading.Fault != JsonFault.None) ? null
            : brief.Outcome == VendorOutcome.Success && reading.Fault != JsonFault.None && !Differ(brief, Exact(fuzzed.Vendor, response, isLenient: true, out _)) ? null
            : $"the pass says {brief.Outcome} {brief.Code}, the exact reading {exact.Outcome} {exact.Category} {exact.Code}";
    }

    private static VendorResult Exact(Vendor vendor, in VendorResponse response, bool isLenient, out Reading reading)
    {
        ExactReading.Read(vendor, response, isLenient, out reading);
        Interpreter.Interpret(vendor.Catalog, response, reading, out Verdict verdict);
        return new VendorResult(AnswerBuilder.Build(vendor.Catalog, response, reading, verdict, explain: false));
    }

    private static bool Differ(in VendorResult brief, in VendorResult full) =>
        (brief.Outcome, brief.Effect, brief.Confidence, brief.Category, brief.Retry) != (full.Outcome, full.Effect, full.Confidence, full.Category, full.Retry)
        || !string.Equals(brief.Code, full.Code, StringComparison.Ordinal) || !string.Equals(brief.CodeName, full.CodeName, StringComparison.Ordinal);
}
