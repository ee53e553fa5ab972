using System.Globalization;
using System.Text;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>A row of the catalog as a section of its vendor's page.</summary>
internal static class RowSection
{
    internal static void Write(StringBuilder page, CodeRow row)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### <a id=\"{CodeAnchor.Of(row)}\"></a>{(row.IsHttpStatus ? "HTTP " : null)}{Markdown.Escape(CodeColumns.Code(row))} {Markdown.Escape(row.Name)}\n\n");
        foreach ((string name, string? value) in FactsOf(row).Where(fact => fact.Value is not null))
        {
            page.Append(CultureInfo.InvariantCulture, $"- {name}: {value}\n");
        }
    }

    private static IEnumerable<(string Name, string? Value)> FactsOf(CodeRow row)
    {
        yield return ("stands for", RowPhrase.StandsFor(row));
        yield return ("only at", row.Operation is null ? null : Markdown.Code(row.Operation));
        yield return ("only with HTTP", row.OnHttpStatus?.ToString(CultureInfo.InvariantCulture));
        yield return ("only when", row.When is null ? null : Markdown.Escape(row.When.ToString()));
        yield return ("space", row.Section is { Space.Length: > 0 } section ? Markdown.Code(section.Space) : null);
        yield return ("category", row.Category is { } category ? CategoryLink(category) : null);
        yield return ("outcome", $"{SnakeCase.Of(row.Outcome).Replace('_', ' ')}, effect {SnakeCase.Of(row.EffectiveEffect)}");
        yield return ("send again", row.Category is { } failed ? RowPhrase.SendAgain(failed, row.EffectiveEffect) : null);
        yield return ("wait", CodeColumns.Wait(row));
        yield return ("at most", RowPhrase.AtMost(row));
        foreach (TextRule rule in row.Refinements)
        {
            yield return ("refined", $"the words \"{Markdown.Escape(rule.Contains)}\" make it {CategoryLink(rule.Category)}");
        }

        yield return ("what to do", RowPhrase.Advice(row) is { } advice ? $"{Markdown.Escape(advice.Text)} ({SnakeCase.Of(advice.Audience).Replace('_', ' ')})" : null);
        yield return ("note", row.Note is null ? null : Markdown.Escape(row.Note));
        yield return ("source", Markdown.Escape(RowPhrase.Source(row)));
    }

    /// <summary>A category, and a link to what the page says of it.</summary>
    internal static string CategoryLink(ErrorCategory category) => $"[{Markdown.Code(SnakeCase.Of(category))}](#{CodeAnchor.Of(category)})";
}
