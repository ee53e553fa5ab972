using System.Text.Json;
using VendorErrors.Benchmarks.Gates;

namespace VendorErrors.Benchmarks.Reports;

/// <summary>The figures as files.</summary>
internal static class GateReport
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true };

    public static void Write(GateArguments arguments, IReadOnlyList<GateResult> results, double selfGap)
    {
        if (arguments.JsonFile is { } json)
        {
            File.WriteAllBytes(json, ToJson(results, selfGap));
        }

        if (arguments.MarkdownFile is { } markdown)
        {
            GatePage.Write(markdown, results);
        }
    }

    private static byte[] ToJson(IReadOnlyList<GateResult> results, double selfGap)
    {
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, s_indented);
        json.WriteStartObject();
        json.WriteNumber("self_gap"u8, selfGap);
        json.WriteStartArray("gates"u8);
        foreach (GateResult result in results)
        {
            Write(json, result);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, GateResult result)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, result.Id);
        json.WriteString("work"u8, result.Work);
        json.WriteString("state"u8, result.StateText);
        json.WriteString("remark"u8, result.Remark);
        json.WriteStartArray("figures"u8);
        foreach (Figure figure in result.Figures)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, figure.Name);
            json.WriteNumber("value"u8, figure.Value);
            WriteOptional(json, "bar"u8, figure.Bar);
            WriteOptional(json, "stretch"u8, figure.Stretch);
            json.WriteBoolean("at_least"u8, figure.IsAtLeast);
            json.WriteBoolean("passes"u8, figure.Passes);
            json.WriteString("note"u8, figure.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
