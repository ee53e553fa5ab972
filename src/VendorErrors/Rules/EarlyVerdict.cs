using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>
/// Tells from the beginning of a 2xx body whether it is a plain success whatever follows, so that a stream is not held up. A member
/// that comes twice could still change that; nobody is known to do so, and the answer is given on the first.
/// </summary>
internal static class EarlyVerdict
{
    /// <summary>Yes: a plain success. No: there is something to tell, the body has to be read. Open: more bytes are needed.</summary>
    /// <param name="catalog">The vendor's catalog.</param>
    /// <param name="response">The response, with what has come of its body so far.</param>
    /// <param name="slots">Room for the places of the values.</param>
    /// <param name="isWhole">Whether nothing more need be waited for: the JSON value has come to its end, or it is no JSON at all.</param>
    /// <param name="success">The plain success, where it is one.</param>
    internal static Truth IsPlainSuccess(Catalog catalog, in VendorResponse response, Span<JsonSlot> slots, out VendorResult success, out bool isWhole)
    {
        success = new VendorResult(Outcome.Success, Effect.Applied, Confidence.StatusOnly, row: null);
        isWhole = false;
        ReadOnlySpan<byte> body = response.Body;
        if ("\uFEFF"u8.StartsWith(body))
        {
            return Truth.Open;
        }

        BodyKind kind = BodySniffer.Sniff(ref body, response);
        if (kind != BodyKind.Json)
        {
            isWhole = kind is not (BodyKind.Empty or BodyKind.Text);
            return kind == BodyKind.Empty ? Truth.Open : kind == BodyKind.Text ? Truth.Yes : Truth.No;
        }

        JsonFault fault = catalog.Paths.Read(body, slots, out _);
        isWhole = fault == JsonFault.None && body[0] is (byte)'{' or (byte)'[';
        if (fault != JsonFault.Cut)
        {
            return Truth.No;
        }

        var view = new JsonView(body, slots);
        return EnvelopeOf(catalog, view, response, out CompiledEnvelope? envelope) == Truth.Yes
            ? Judge(catalog, envelope!, view, response, ref success)
            : Truth.Open;
    }

    private static Truth EnvelopeOf(Catalog catalog, in JsonView view, in VendorResponse response, out CompiledEnvelope? found)
    {
        found = null;
        foreach (CompiledEnvelope envelope in catalog.Envelopes)
        {
            Truth matches = envelope.Judge(view, response);
            if (matches != Truth.No)
            {
                found = envelope;
                return matches;
            }
        }

        return Truth.Open;
    }

    private static Truth Judge(Catalog catalog, CompiledEnvelope envelope, in JsonView view, in VendorResponse response, ref VendorResult success)
    {
        if (envelope.Code.Length == 0)
        {
            return Truth.Open;
        }

        JsonSlot code = view[envelope.Code[0]];
        bool mayGoOn = code.Kind == JsonKind.Number && code.Start + code.Length == view.Json.Length;
        if (!code.IsPresent || mayGoOn)
        {
            return Truth.Open;
        }

        var context = new RowContext { Status = response.Status, Method = response.Method, Path = response.Path, View = view };
        RowMatch match = Interpreter.FindRow(catalog, envelope.Envelope, code, context);
        if (match.Row is not { Outcome: Outcome.Success, LastCode: null } row || !view.EqualsExactly(code, row.Code))
        {
            return Truth.No;
        }

        if (match.DependsOnBody)
        {
            return Truth.Open;
        }

        success = new VendorResult(Outcome.Success, Effect.Applied, Confidence.Exact, row);

        if (envelope.Proof >= 0 && !view[envelope.Proof].IsPresent)
        {
            return Truth.Open;
        }

        foreach (CompiledCondition condition in envelope.Outcomes)
        {
            Truth holds = condition.Judge(view);
            if (holds != Truth.No)
            {
                return holds == Truth.Yes ? Truth.No : Truth.Open;
            }
        }

        return envelope.Proof >= 0 && view.IsOneOf(envelope.Proof, envelope.Envelope.Proof!.NotExecuted) ? Truth.No : Truth.Yes;
    }
}
