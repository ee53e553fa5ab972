using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>A place in an answer in words, as Markdown.</summary>
internal static class SourcePhrase
{
    internal static string Of(IEnumerable<ValueSource> sources) => string.Join(", ", sources.Select(Of));

    internal static string Of(ValueSource source)
    {
        string place = source.Header is { } header ? $"the header {Markdown.Code(header)}"
            : source.List is { } list ? $"{Markdown.Code(source.Path)} of the first entry of {Markdown.Code(list)} where {Markdown.Escape(source.Where!.ToString())}"
            : Markdown.Code(source.Path);
        return $"{place}{(source.After is { } after ? $" after {Markdown.Code(after)}" : null)}{(source.Before is { } before ? $" before {Markdown.Code(before)}" : null)}";
    }
}
