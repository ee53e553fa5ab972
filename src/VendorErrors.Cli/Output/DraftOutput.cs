using System.Globalization;
using System.Text.Json;
using VendorErrors.Cli.Drafting;

namespace VendorErrors.Cli.Output;

/// <summary>A vendor's list and what it changes, for people or as JSON.</summary>
internal static class DraftOutput
{
    /// <summary>Writes all codes as rows. What was read is said on standard error, so that the rows can go into a file.</summary>
    internal static void WriteSection(ErrorList list, string? document)
    {
        Console.Error.WriteLine(Printable.Of(Head(list)));
        Console.Out.Write(DraftSection.Write(list.Codes, document));
    }

    internal static void WriteText(ErrorList list, string comparedWith, ListDifference difference, string? document)
    {
        Console.Out.WriteLine(Printable.Of($"{Head(list)}; compared with {comparedWith}"));
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"new: {difference.New.Count}, gone: {difference.Gone.Count}, renamed: {difference.Renamed.Count}, covered by rows of many codes: {difference.Covered.Count}"));
        foreach (GoneCode gone in difference.Gone)
        {
            Console.Out.WriteLine(Printable.Of($"gone     {gone.Code}  {gone.Name}"));
        }

        foreach (RenamedCode renamed in difference.Renamed)
        {
            Console.Out.WriteLine(Printable.Of($"renamed  {renamed.Code}  {renamed.Before} → {renamed.After}"));
        }

        if (difference.New.Count > 0)
        {
            Console.Out.WriteLine("new codes, whose meaning a person decides:");
            Console.Out.Write(DraftSection.Write(difference.New, document));
        }
    }

    internal static void WriteJson(ErrorList list, ListDifference difference) => JsonOutput.WriteToConsole(json =>
    {
        json.WriteStartObject();
        json.WriteString("form"u8, ListFormOption.Of(list.Form));
        json.WriteNumber("codes"u8, list.Codes.Count);
        json.WriteNumber("left_out"u8, list.LeftOut);
        WriteList(json, "new", difference.New, Write);
        WriteList(json, "gone", difference.Gone, (writer, gone) =>
        {
            writer.WriteString("code"u8, gone.Code);
            writer.WriteString("name"u8, gone.Name);
        });
        WriteList(json, "renamed", difference.Renamed, (writer, renamed) =>
        {
            writer.WriteString("code"u8, renamed.Code);
            writer.WriteString("before"u8, renamed.Before);
            writer.WriteString("after"u8, renamed.After);
        });
        WriteList(json, "covered", difference.Covered, (writer, covered) =>
        {
            Write(writer, covered.Code);
            writer.WriteString("by"u8, covered.Row.ToString());
        });
        json.WriteEndObject();
    });

    private static string Head(ErrorList list) => string.Create(
        CultureInfo.InvariantCulture,
        $"{list.Source}, read as '{ListFormOption.Of(list.Form)}', has codes: {list.Codes.Count}{(list.LeftOut == 0 ? string.Empty : $", and entries that are no code: {list.LeftOut}")}");

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> entries, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T entry in entries)
        {
            json.WriteStartObject();
            write(json, entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ListedCode code)
    {
        json.WriteString("code"u8, code.Code);
        json.WriteString("name"u8, code.Name);
        json.WriteStartArray("http_statuses"u8);
        foreach (int status in code.Statuses)
        {
            json.WriteNumberValue(status);
        }

        json.WriteEndArray();
    }
}
