namespace VendorErrors.Storage;

/// <summary>The one JSON format of an event, which the shell prints: values in snake_case, null where there is none.</summary>
internal static class EventFormat
{
    /// <summary>An event.</summary>
    internal static void Write(JsonLine json, VendorEvent read, VendorJsonOptions options)
    {
        json.Raw("{"u8);
        WriteMembers(json, read, options);
    }

    /// <summary>An event of a record of the shell.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="id">The record's id as JSON; empty for null.</param>
    /// <param name="read">The event.</param>
    /// <param name="options">What goes along.</param>
    internal static void Write(JsonLine json, ReadOnlySpan<byte> id, VendorEvent read, VendorJsonOptions options)
    {
        ResultFormat.WriteId(json, id);
        json.Raw(","u8);
        WriteMembers(json, read, options);
    }

    private static void WriteMembers(JsonLine json, VendorEvent read, VendorJsonOptions options)
    {
        var words = new VendorWordsFilter(read.Vendor, options.IncludeVendorWords);
        json.Text("\"vendor\":"u8, read.Vendor.Id);
        json.Word(",\"kind\":"u8, read.Kind);
        json.Word(",\"state\":"u8, read.State);
        json.Raw(read.IsFinal ? ",\"final\":true"u8 : ",\"final\":false"u8);
        json.Word(",\"outcome\":"u8, read.Outcome);
        json.Word(",\"effect\":"u8, read.Effect);
        json.Word(",\"category\":"u8, read.Category);
        json.Word(",\"group\":"u8, read.Category?.ToGroup());
        json.Word(",\"confidence\":"u8, read.Confidence);
        json.Raw(read.IsBilled switch { true => ",\"billed\":true"u8, false => ",\"billed\":false"u8, null => ",\"billed\":null"u8 });
        json.Word(",\"next_attempt\":"u8, read.NextAttempt);
        json.Number(",\"next_attempt_delay_ms\":"u8, read.NextAttemptDelay is { } delay ? (long)Math.Ceiling(delay.TotalMilliseconds) : null);
        json.Raw(",\"retry\":{\"disposition\":\"never\"}"u8);
        json.Text(",\"type\":"u8, words.Code(read.Type));
        json.Text(",\"vendor_state\":"u8, words.Code(read.VendorState));
        json.Text(",\"code\":"u8, read.CodeName is null ? words.Code(read.Code) : read.Code);
        json.Text(",\"code_name\":"u8, read.CodeName);
        json.Text(",\"code_catalog\":"u8, read.CodeCatalog);
        json.Text(",\"message\":"u8, words.Text(read.Message));
        json.Text(",\"event_id\":"u8, words.Id(read.EventId));
        json.Text(",\"key\":"u8, options.IncludeVendorWords ? read.Key : Classification.Events.EventReader.KeyOf(System.Text.Encoding.UTF8.GetBytes(read.Key)));
        json.Text(",\"subject_id\":"u8, words.Id(read.SubjectId));
        json.List(",\"related_ids\":"u8, read.RelatedIds, words, static (line, related, filter) => line.Text(default, filter.Id(related)));
        json.Text(",\"client_reference\":"u8, words.Id(read.ClientReference));
        json.Text(",\"occurred_at\":"u8, read.OccurredAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        if (options.IncludeEvidence)
        {
            json.List(",\"evidence\":"u8, read.Evidence, words, ResultFormat.WriteEvidence);
        }

        json.Raw("}"u8);
    }
}
