using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>Reads the failed entries of a list, says what each means, and finds the worst, which speaks for the whole answer.</summary>
internal static class ItemInterpreter
{
    /// <summary>How many entries are kept of one answer.</summary>
    internal const int MaxItems = 1000;

    internal static ItemList Read(Catalog catalog, CompiledEnvelope envelope, in VendorResponse response, in JsonView view)
    {
        if (envelope.Items is not { } reader)
        {
            return default;
        }

        ReadOnlySpan<byte> list = reader.ListOf(view);
        return list.IsEmpty ? default : Read(catalog, envelope.Envelope, reader, response, view, list, stackalloc JsonSlot[reader.SlotCount]);
    }

    // A method of its own: with an array on the stack the loop would be compiled once and for all, before it is known where it is hot.
    private static ItemList Read(Catalog catalog, Envelope envelope, ItemReader reader, in VendorResponse response, in JsonView view, ReadOnlySpan<byte> list, Span<JsonSlot> slots)
    {
        var elements = new JsonElements(list);
        var items = default(Collected<VendorItem>);
        var lead = 0;
        var leadRank = -1;
        CodeRow? leadRow = null;
        var leadConfidence = Confidence.Default;
        var someWorked = false;
        var truncated = false;
        for (var index = 0; elements.MoveNext(out JsonSlot element); index++)
        {
            ReadOnlySpan<byte> entryBytes = element.Of(list);
            if (element.Kind == JsonKind.Null || !reader.TryReadEntry(entryBytes, slots))
            {
                someWorked |= element.Kind == JsonKind.Object;
                continue;
            }

            if (items.Count == MaxItems)
            {
                truncated = true;
                break;
            }

            var entry = new JsonView(entryBytes, slots);
            int status = reader.StatusOf(entry) is var own and > 0 ? own : response.Status;
            JsonSlot code = reader.CodeOf(entry);
            RowMatch match = code.HasValue ? catalog.FindCode(envelope, code, entry, status, response, view) : default;
            CodeRow? codeRow = match.Row;
            CodeRow? row = codeRow ?? catalog.StatusRowOf(status, response, view);
            string? message = element.Kind == JsonKind.Object ? reader.MessageOf(entry) : element.Kind is JsonKind.Text or JsonKind.Number ? JsonText.Read(list, element) : null;
            ErrorCategory category = row?.Category ?? ErrorCategory.Unrecognized;
            if (row is { IsGeneric: true })
            {
                _ = Refinement.RefineByText(row, new MessageList(message), ref category);
            }

            items.Add(reader.ToItem(entry, index, CodeText.Of(entry, code, codeRow), codeRow is { LastCode: null } ? codeRow.Name : null, category, message));
            int rank = RankOf(category, row?.EffectiveEffect ?? Effect.Unknown, codeRow is not null);
            if (rank > leadRank)
            {
                (lead, leadRank, leadRow, leadConfidence) = (items.Count - 1, rank, row, codeRow is null ? Confidence.StatusOnly : Interpreter.ConfidenceOf(match));
            }
        }

        return new ItemList(items.ToArray(), lead, leadRow, leadConfidence, someWorked, truncated);
    }

    /// <summary>
    /// Worse is: an effect that may exist before one that cannot; then what a retry can never mend; then what is known. Of equals the first leads.
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
