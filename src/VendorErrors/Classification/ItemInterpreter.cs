using VendorErrors.Classification.Compiled;
using VendorErrors.Classification.Words;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>Reads the failed entries of a list, says what each means, and finds the one that speaks for the whole answer: the worst, or the first.</summary>
internal static class ItemInterpreter
{
    /// <summary>How many entries are kept of one answer.</summary>
    internal const int MaxItems = 1000;

    /// <summary>Reads the list of a body.</summary>
    /// <param name="catalog">The vendor's catalog.</param>
    /// <param name="envelope">The body's envelope.</param>
    /// <param name="response">The response.</param>
    /// <param name="view">The body.</param>
    /// <param name="silenceIsUnknown">Whether nobody knows what became of an entry that says nothing of it; else the answer as a whole says it.</param>
    internal static ItemList Read(Catalog catalog, CompiledEnvelope envelope, in VendorResponse response, in JsonView view, bool silenceIsUnknown = false)
    {
        if (envelope.Items is not { } reader)
        {
            return default;
        }

        ReadOnlySpan<byte> list = reader.ListOf(view);
        return list.IsEmpty ? default : Read(catalog, envelope.Envelope, reader, response, view, list, silenceIsUnknown, stackalloc JsonSlot[reader.SlotCount]);
    }

    // A method of its own: with an array on the stack the loop would be compiled once and for all, before it is known where it is hot.
    private static ItemList Read(Catalog catalog, Envelope envelope, ItemReader reader, in VendorResponse response, in JsonView view, ReadOnlySpan<byte> list, bool silenceIsUnknown, Span<JsonSlot> slots)
    {
        var elements = new JsonElements(list);
        List<VendorItem>? items = null;
        var lead = 0;
        var leadRank = -1;
        CodeRow? leadRow = null;
        var leadConfidence = Confidence.Default;
        var someWorked = false;
        var someUnknown = false;
        var truncated = false;
        for (var index = 0; elements.MoveNext(out JsonSlot element); index++)
        {
            ReadOnlySpan<byte> entryBytes = element.Of(list);
            Standing standing = element.Kind == JsonKind.Null ? Standing.Silent : reader.ReadEntry(entryBytes, slots);
            if (standing == Standing.Worked || (standing == Standing.Silent && !(silenceIsUnknown && element.Kind == JsonKind.Object)))
            {
                someWorked |= element.Kind == JsonKind.Object;
                continue;
            }

            var entry = new JsonView(entryBytes, slots);
            int status = reader.StatusOf(entry) is var own and > 0 ? own : standing == Standing.Failed ? response.Status : 0;
            JsonSlot code = reader.CodeOf(entry);
            RowMatch match = code.HasValue ? catalog.Rows.FindCode(envelope, code, entry, status, response, view) : default;
            CodeRow? codeRow = match.Row;
            CodeRow? statusRow = codeRow is null or { IsAnyCode: true } ? catalog.Rows.StatusRowOf(status, response, view) : null;
            codeRow = codeRow is not null && Contradiction.YieldsToStatus(codeRow, statusRow) ? null : codeRow;
            CodeRow? row = codeRow ?? statusRow;
            if (standing != Standing.Failed && row is { Outcome: not VendorOutcome.Failure })
            {
                someWorked = true;
                continue;
            }

            if (items?.Count == MaxItems)
            {
                truncated = true;
                break;
            }

            someUnknown |= standing != Standing.Failed && row is null;
            string? message = element.Kind == JsonKind.Object ? reader.MessageOf(entry) : element.Kind is JsonKind.Text or JsonKind.Number ? JsonText.Read(list, element) : null;
            ErrorCategory category = row?.Category ?? ErrorCategory.Unrecognized;
            if (row is { IsGeneric: true })
            {
                _ = Refinement.RefineByText(row, message is null ? [] : [message], ref category);
            }

            (items ??= []).Add(reader.ToItem(entry, index, CodeText.Of(entry, code, codeRow), codeRow is { IsFamily: false } ? codeRow.Name : null, category, message));
            int rank = RankOf(category, row?.EffectiveEffect ?? Effect.Unknown, codeRow is not null);
            if (leadRank < 0 || (reader.Shape.Lead == ItemLead.Worst && rank > leadRank))
            {
                (lead, leadRank, leadRow, leadConfidence) = (items.Count - 1, rank, row, codeRow is null ? Confidence.StatusOnly : Interpreter.ConfidenceOf(match));
            }
        }

        return new ItemList(items?.ToArray(), lead, leadRow, leadConfidence, someWorked, someUnknown, truncated);
    }

    /// <summary>
    /// Worse is: an effect that may exist before one that cannot; then what a retry can never fix; then what is known. Of equals the first leads.
    /// </summary>
    private static int RankOf(ErrorCategory category, Effect effect, bool known)
    {
        int finality = category.ToRetryDisposition() switch
        {
            RetryDisposition.Never => 2,
            RetryDisposition.AfterCredentialRefresh => 1,
            _ => 0,
        };
        return (effect == Effect.None ? 0 : 8) + (finality * 2) + (known ? 1 : 0);
    }
}
