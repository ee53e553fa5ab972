using System.CommandLine;
using VendorErrors.Cli.Input;
using VendorErrors.Packs;

namespace VendorErrors.Cli.Drafting;

/// <summary><c>--form</c>: how the list is written, where its content does not say it.</summary>
internal static class ListFormOption
{
    private static readonly (string Word, int Value)[] s_words =
        [("list", (int)ListForm.List), ("map", (int)ListForm.Map), ("aws", (int)ListForm.Aws), ("openapi", (int)ListForm.OpenApi), ("enum", (int)ListForm.Enum)];

    internal static Option<string?> Create() => new("--form") { Description = $"How the list is written: {Words}. Default: what its content looks like.", HelpName = "NAME" };

    internal static string Of(ListForm form) => PackWords.Of(s_words, (int)form);

    internal static ListForm? Parse(string? text) =>
        text is null ? null
        : PackWords.Find(s_words, text.ToLowerInvariant()) is { } form ? (ListForm)form
        : throw new UsageException($"unknown form '{text}'; one of {Words}");

    private static string Words => string.Join(", ", s_words.Select(word => word.Word));
}
