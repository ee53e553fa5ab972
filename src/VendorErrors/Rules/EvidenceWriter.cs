using System.Globalization;
using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;
using VendorErrors.Retries;
using static VendorErrors.EvidenceSource;
using static VendorErrors.EvidenceVerdict;

namespace VendorErrors.Rules;

/// <summary>Writes down what was seen, strongest first, with the rules that lost.</summary>
internal static class EvidenceWriter
{
    private const string HttpStatusLocation = "HTTP status";

    internal static Evidence[] Write(
        in VendorResponse response, in Reading reading, in Verdict verdict, Evidence? refinement, List<WaitFinding> waits, RetryAdvice retry)
    {
        var evidence = new List<Evidence>(4);
        if (reading.Envelope is { } envelope)
        {
            AddProof(evidence, envelope.Envelope, reading, verdict);
            AddCode(evidence, envelope.Envelope, reading, verdict);
            AddSubFields(evidence, envelope.Envelope, verdict);
        }

        AddFamily(evidence, reading, verdict);
        AddStatus(evidence, response, verdict);
        if (refinement is { } refined)
        {
            evidence.Add(refined);
        }

        foreach (WaitFinding wait in waits)
        {
            bool won = wait.Wait is not null && wait.Wait == retry.MinimumWait && wait.Source == retry.WaitSource;
            evidence.Add(new Evidence(
                wait.Source == WaitSource.MessageText ? Text : wait.Source == WaitSource.BodyField ? SubField : Header,
                wait.Wait is null ? Ignored : won ? Won : Lost,
                wait.Location,
                wait.Value,
                wait.Wait is null ? "no plausible wait" : "asks to wait"));
        }

        AddNotes(evidence, reading, verdict);
        SortByStrength(evidence);
        return [.. evidence];
    }

    /// <summary>Strongest first, notes last; a handful of entries that are nearly sorted, so by insertion, which keeps equals in order.</summary>
    private static void SortByStrength(List<Evidence> evidence)
    {
        for (var i = 1; i < evidence.Count; i++)
        {
            Evidence moving = evidence[i];
            int to = i;
            for (; to > 0 && RankOf(evidence[to - 1]) > RankOf(moving); to--)
            {
                evidence[to] = evidence[to - 1];
            }

            evidence[to] = moving;
        }

        static int RankOf(Evidence entry) => entry.Source == Note ? int.MaxValue : (int)entry.Source;
    }

    private static void AddProof(List<Evidence> evidence, Envelope envelope, in Reading reading, in Verdict verdict)
    {
        if (verdict.Proof != ProofState.None)
        {
            evidence.Add(new Evidence(
                EvidenceSource.Proof,
                Won,
                envelope.Proof!.Path,
                reading.View.Text(reading.Envelope!.Proof),
                verdict.Proof == ProofState.NotExecuted ? "the vendor states that nothing was executed" : "the vendor states that it was executed"));
        }
    }

    private static void AddCode(List<Evidence> evidence, Envelope envelope, in Reading reading, in Verdict verdict)
    {
        if (!verdict.Code.IsPresent)
        {
            return;
        }

        string location = envelope.Code[verdict.CodePath];
        if (verdict.Code.Kind is not (JsonKind.Number or JsonKind.Text))
        {
            evidence.Add(new Evidence(Code, Ignored, location, verdict.Code.HasValue ? "(not a code)" : "null", "the code has the wrong type"));
            return;
        }

        bool decided = verdict.CodeRow is not null && (ReferenceEquals(verdict.CodeRow, verdict.Row) || verdict.Rule is not null);
        evidence.Add(new Evidence(
            verdict.CodeRow?.LastCode is null ? Code : Family,
            verdict.CodeRow is null ? Ignored : decided ? Won : Lost,
            location,
            reading.View.Text(verdict.Code),
            verdict.CodeRow?.Rule ?? "not in the catalog"));
    }

    private static void AddSubFields(List<Evidence> evidence, Envelope envelope, in Verdict verdict)
    {
        if (verdict.Rule is { } rule)
        {
            evidence.Add(new Evidence(SubField, Won, rule.When.Path, null, rule.Text));
        }

        if (verdict.Items.Any)
        {
            VendorItem lead = verdict.Items.Items![verdict.Items.Lead];
            evidence.Add(new Evidence(
                SubField,
                verdict.DecidedBy == SubField ? Won : Noted,
                $"{envelope.Items!.Path}[{lead.Index.ToString(CultureInfo.InvariantCulture)}]",
                lead.Code,
                verdict.Items.LeadRow?.Rule ?? "not in the catalog"));
            if (verdict.Items.LeadRow?.Category is { } category && category != lead.Category)
            {
                evidence.Add(new Evidence(Text, Won, "message", lead.Message, $"refines a generic code to {lead.Category}"));
            }
        }
    }

    private static void AddFamily(List<Evidence> evidence, in Reading reading, in Verdict verdict)
    {
        EvidenceVerdict decided = verdict.DecidedBy == Family && verdict.Category == ErrorCategory.ProtocolViolation ? Won : Noted;
        (string value, string rule) = reading.Kind switch
        {
            BodyKind.Html => ("HTML", "a page for people, not an answer of the API"),
            BodyKind.Xml => ("XML", "markup, not an answer of the API"),
            BodyKind.Text => ("text", "not JSON"),
            BodyKind.Empty => ("empty", "no body"),
            BodyKind.UnsupportedEncoding => ("not UTF-8", "compressed, UTF-16 or UTF-32: decode it to UTF-8 first"),
            BodyKind.BrokenJson => ("broken JSON", RuleOf(reading.Fault)),
            _ when reading.Envelope is { } envelope => (envelope.Envelope.Name, "the kind of envelope"),
            _ => ("JSON", "none of the vendor's envelopes"),
        };
        evidence.Add(new Evidence(Family, decided, "body", value, rule));
    }

    private static string RuleOf(JsonFault fault) => fault switch
    {
        JsonFault.Cut => "the body ends in the middle",
        JsonFault.TooDeep => "the body nests too deep",
        JsonFault.TrailingData => "something follows the JSON value",
        _ => "the body breaks the JSON grammar",
    };

    private static void AddStatus(List<Evidence> evidence, in VendorResponse response, in Verdict verdict)
    {
        if (response.Status != 0)
        {
            evidence.Add(new Evidence(
                EvidenceSource.HttpStatus,
                verdict.DecidedBy == EvidenceSource.HttpStatus ? Won : Lost,
                HttpStatusLocation,
                response.Status.ToString(CultureInfo.InvariantCulture),
                verdict.StatusRow?.Rule ?? "no HTTP status"));
        }
    }

    private static void AddNotes(List<Evidence> evidence, in Reading reading, in Verdict verdict)
    {
        if (verdict.IsConflict)
        {
            evidence.Add(new Evidence(Note, Noted, "body and HTTP status", null, "they contradict each other: the more pessimistic effect counts"));
        }

        if (verdict.IsAmbiguous)
        {
            evidence.Add(new Evidence(Note, Noted, "request path", null, "not given, and the code means different things by operation"));
        }

        if (reading.HasDuplicates)
        {
            evidence.Add(new Evidence(Note, Noted, "body", null, "a member stands twice: the last one counts"));
        }

        if (verdict.Items.IsTruncated)
        {
            evidence.Add(new Evidence(Note, Noted, "body", null, "more entries than are kept"));
        }
    }
}
