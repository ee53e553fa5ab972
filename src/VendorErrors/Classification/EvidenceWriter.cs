using System.Globalization;
using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Waits;
using VendorErrors.Definitions;
using VendorErrors.Json;
using static VendorErrors.EvidenceSource;
using static VendorErrors.EvidenceVerdict;

namespace VendorErrors.Classification;

/// <summary>Writes down what was seen, strongest first, with the rules that lost.</summary>
internal static class EvidenceWriter
{
    /// <summary>The rule of a body that an envelope took, whose name is the value.</summary>
    internal const string TakenByEnvelope = "the kind of envelope";

    /// <summary>The rule of JSON that no envelope took.</summary>
    internal const string TakenByNoEnvelope = "none of the vendor's envelopes";

    private const string HttpStatusLocation = "HTTP status";
    private const string BesideTheCode = "a second code beside the first";
    private const string NotInTheCatalog = "not in the catalog";

    internal static Evidence[] Write(VendorAnswer answer, in Trace trace)
    {
        var evidence = new List<Evidence>(4);
        if (trace.Envelope is { } envelope)
        {
            AddProof(evidence, envelope, trace);
            AddCode(evidence, envelope, answer, trace);
            AddInnerCode(evidence, envelope, answer, trace);
            AddSubFields(evidence, envelope, answer, trace);
        }

        AddFamily(evidence, trace);
        AddStatus(evidence, answer, trace);
        AddTexts(evidence, answer, trace);
        AddNotes(evidence, trace);
        SortByStrength(evidence);
        return [.. evidence];
    }

    private static void AddTexts(List<Evidence> evidence, VendorAnswer answer, in Trace trace)
    {
        evidence.AddRange(trace.Refinement ?? []);
        if (answer is not VendorError error || !WaitFinder.MayAsk(error.Category))
        {
            return;
        }

        foreach (WaitFinding wait in trace.Waits ?? [])
        {
            AddWait(evidence, wait, error.Retry);
        }

        foreach (string message in answer.Messages)
        {
            if (WaitFinder.InText(message) is { } wait)
            {
                AddWait(evidence, wait, error.Retry);
            }
        }
    }

    private static void AddWait(List<Evidence> evidence, WaitFinding wait, RetryAdvice retry)
    {
        bool won = wait.Wait is not null && wait.Wait == retry.MinimumWait && wait.Source == retry.WaitSource;
        evidence.Add(new Evidence(
            wait.Source == WaitSource.MessageText ? Text : wait.Source == WaitSource.BodyField ? SubField : Header,
            wait.Wait is null ? Ignored : won ? Won : Lost,
            wait.Location,
            wait.Value,
            wait.Wait is null ? "no plausible wait" : "asks to wait"));
    }

    /// <summary>Strongest first, notes last; a handful of entries that are nearly sorted, so by insertion, which keeps equals in order.</summary>
    private static void SortByStrength(List<Evidence> evidence)
    {
        for (var i = 1; i < evidence.Count; i++)
        {
            Evidence moving = evidence[i];
            int to = i;
            for (; to > 0 && evidence[to - 1].Source < moving.Source; to--)
            {
                evidence[to] = evidence[to - 1];
            }

            evidence[to] = moving;
        }
    }

    private static void AddProof(List<Evidence> evidence, Envelope envelope, in Trace trace)
    {
        if (trace.Proof != ProofState.None)
        {
            evidence.Add(new Evidence(
                EvidenceSource.Proof,
                Won,
                envelope.Proof!.Path,
                trace.ProofText,
                trace.Proof == ProofState.NotExecuted ? "the vendor states that nothing was executed" : "the vendor states that it was executed"));
        }
    }

    private static void AddCode(List<Evidence> evidence, Envelope envelope, VendorAnswer answer, in Trace trace)
    {
        if (trace.CodeKind == JsonKind.Missing)
        {
            return;
        }

        string location = envelope.Code[trace.CodePath].ToString();
        if (trace.CodeKind is not (JsonKind.Number or JsonKind.Text))
        {
            evidence.Add(new Evidence(Code, Ignored, location, trace.CodeKind == JsonKind.Null ? "null" : "(not a code)", "the code has the wrong type"));
            return;
        }

        evidence.Add(new Evidence(
            trace.CodeRow is { IsFamily: true } ? Family : Code,
            trace.CodeRow is null ? Ignored : trace.IsCodeDecisive ? Won : Lost,
            location,
            answer.Code,
            trace.CodeRow?.Rule ?? NotInTheCatalog));
    }

    private static void AddInnerCode(List<Evidence> evidence, Envelope envelope, VendorAnswer answer, in Trace trace)
    {
        if (answer.InnerCode is not null)
        {
            evidence.Add(new Evidence(
                trace.InnerRow is { IsFamily: true } ? Family : Code,
                trace.InnerRow is null ? Noted : Won,
                envelope.InnerCode[trace.InnerCodePath].ToString(),
                answer.InnerCode,
                trace.InnerRow?.Rule ?? BesideTheCode));
        }
    }

    private static void AddSubFields(List<Evidence> evidence, Envelope envelope, VendorAnswer answer, in Trace trace)
    {
        if (trace.Rule is { } rule)
        {
            evidence.Add(new Evidence(SubField, Won, rule.When.Path, null, rule.Text));
        }

        if (answer.Items.Count == 0)
        {
            return;
        }

        VendorItem lead = answer.Items[trace.Lead];
        evidence.Add(new Evidence(
            SubField,
            (trace.DecidedBy == EvidenceSource.SubField) ? Won : Noted,
            $"{envelope.Items!.Path}[{lead.Index.ToString(CultureInfo.InvariantCulture)}]",
            lead.Code,
            trace.LeadRow?.Rule ?? NotInTheCatalog));
        if (trace.LeadRow?.Category is { } category && category != lead.Category)
        {
            evidence.Add(new Evidence(Text, Won, "message", lead.Message, $"refines a generic code to {SnakeCase.Of(lead.Category)}"));
        }
    }

    private static void AddFamily(List<Evidence> evidence, in Trace trace)
    {
        (string value, string rule) = trace.Body switch
        {
            BodyKind.Xml when trace.IsXml && trace.Fault == JsonFault.None => ("XML", TakenByNoEnvelope),
            BodyKind.BrokenJson when trace.IsXml => ("broken XML", XmlRuleOf(trace.Fault)),
            BodyKind.Html => ("HTML", "a page for people, not an answer of the API"),
            BodyKind.Xml => ("XML", "markup, not an answer of the API"),
            BodyKind.Text => ("text", "not JSON"),
            BodyKind.Empty => ("empty", "no body"),
            BodyKind.UnsupportedEncoding => ("not UTF-8", "compressed, UTF-16 or UTF-32: decode it to UTF-8 first"),
            BodyKind.Bytes => ("bytes", "neither JSON, markup nor text"),
            BodyKind.BrokenJson => ("broken JSON", RuleOf(trace.Fault)),
            _ when trace.Envelope is { } envelope => (envelope.Name, TakenByEnvelope),
            _ => ("JSON", TakenByNoEnvelope),
        };
        evidence.Add(new Evidence(
            Family,
            trace.IsViolation ? Won : Noted,
            "body",
            value,
            trace.LacksEnvelope ? "the vendor's envelope is required here, and the body has none" : trace.HasFailureShape ? "all its members are those of a failure" : rule));
    }

    private static string XmlRuleOf(JsonFault fault) => fault switch
    {
        JsonFault.Cut or JsonFault.TooDeep => RuleOf(fault),
        _ => "the body breaks the XML grammar",
    };

    private static string RuleOf(JsonFault fault) => fault switch
    {
        JsonFault.Cut => "the body ends in the middle",
        JsonFault.TooDeep => "the body nests too deep",
        JsonFault.TrailingData => "something follows the JSON value",
        _ => "the body breaks the JSON grammar",
    };

    private static void AddStatus(List<Evidence> evidence, VendorAnswer answer, in Trace trace)
    {
        if (answer.HttpStatus is { } status)
        {
            evidence.Add(new Evidence(
                EvidenceSource.HttpStatus,
                (trace.DecidedBy == EvidenceSource.HttpStatus) ? Won : Lost,
                HttpStatusLocation,
                status.ToString(CultureInfo.InvariantCulture),
                trace.StatusRow?.Rule ?? "no HTTP status"));
        }
    }

    private static void AddNotes(List<Evidence> evidence, in Trace trace)
    {
        if (trace.Envelope is { } envelope)
        {
            AddNote(evidence, trace.IsXml, "body", "XML, read as its members are");
            AddNote(evidence, trace.Body is not (BodyKind.Json or BodyKind.BrokenJson), "headers", $"they show the envelope '{envelope.Name}'");
        }

        AddNote(evidence, trace.IsConflict, "body and HTTP status", "they contradict each other: the more pessimistic effect counts");
        AddNote(evidence, trace.IsBoundByStatus, "body and HTTP status", "nothing in a body makes an answer more retryable than its HTTP status");
        AddNote(evidence, trace.IsAmbiguous, "request path", "not given, and the code means different things by operation");
        AddNote(evidence, trace.HasDuplicates, "body", "a member occurs twice: the last one counts");
        AddNote(evidence, trace.HasMoreItems, "body", "more entries than are kept");
    }

    private static void AddNote(List<Evidence> evidence, bool applies, string location, string rule)
    {
        if (applies)
        {
            evidence.Add(new Evidence(Note, Noted, location, null, rule));
        }
    }
}
