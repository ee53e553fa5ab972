using System.CommandLine;
using VendorErrors.Cli.Input;
using VendorErrors.Packs;

namespace VendorErrors.Cli.Drafting;

/// <summary><c>--form</c>: how the list is written, where its content does not say it.</summary>
internal static class ListFormOption
{
    private static readonly (string Word, ListForm Value)[] s_words =
        [("list", ListForm.List), ("map", ListForm.Map), ("aws", ListForm.Aws), ("openapi", ListForm.OpenApi), ("enum", ListForm.Enum)];

    internal static Option<string?> Create() => new("--form") { Description = $"How the list is written: {Words}. Default: what its content looks like.", HelpName = "NAME" };

    internal static string Of(ListForm form) => PackWords.Of(s_words, form);

    internal static ListForm? Parse(string? text) =>
        text is null ? null
        : PackWords.TryFind(s_words, text.ToLowerInvariant(), out ListForm form) ? form
        : throw new UsageException($"unknown form '{text}'; one of {Words}");

    private static string Words => string.Join(", ", s_words.Select(word => word.Word));
}
