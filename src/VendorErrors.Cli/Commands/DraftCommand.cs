using System.CommandLine;
using VendorErrors.Cli.Completion;
using VendorErrors.Cli.Drafting;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Commands;

/// <summary><c>draft</c>: rows of a pack from a vendor's own list of errors, and what a newer list changes.</summary>
internal static class DraftCommand
{
    private static readonly Argument<string> s_list = new("LIST") { Description = "The vendor's list: JSON, an OpenAPI document, a service model of AWS, or source code with an enum; - for standard input." };
    private static readonly Option<string?> s_since = new("--since") { Description = "An older list. Only what changed since counts.", HelpName = "FILE" };
    private static readonly Option<string?> s_vendor = new("--vendor", "-v") { Description = "The vendor to compare with: an id of 'vendor-errors vendors'. Default: that of --pack.", HelpName = "ID" };
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Option<string?> s_document = new("--document", "-d") { Description = "The pack's key of the document that the list is. Only its rows can be gone or renamed. Default: all rows of the pack.", HelpName = "KEY" };
    private static readonly Option<string?> s_form = ListFormOption.Create();
    private static readonly Option<string?> s_enum = new("--enum") { Description = "The enum that is meant, where source code has several.", HelpName = "NAME" };
    private static readonly Option<string?> s_output = OutputOption.Create("text (default) or json.");

    internal static Command Create()
    {
        s_vendor.CompletionSources.Add(VendorCompletion.Vendors);
        var command = new Command("draft", "Drafts rows of a pack from a vendor's own list of errors; with --vendor, --pack or --since it says what is new, gone and renamed. What a code means is left as '?': a person decides it. Exit status: 0 no difference, 4 a difference, 2 wrong usage.")
        {
            s_list, s_since, s_vendor, s_pack, s_document, s_form, s_enum, s_output,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        bool isJson = OutputOption.Parse(arguments.GetValue(s_output), "text", "text", "json") == "json";
        ListForm? form = ListFormOption.Parse(arguments.GetValue(s_form));
        string? enumName = arguments.GetValue(s_enum);
        string? key = arguments.GetValue(s_document);
        Vendor? vendor = VendorOf(arguments);
        PackDocumentKeys? documents = vendor is null ? null : new PackDocumentKeys(vendor);
        PackCodes? pack = vendor is null ? null : new PackCodes(vendor, key is null ? documents!.Documents : [documents!.Find(key)]);
        ErrorList list = ListReader.Read(arguments.GetRequiredValue(s_list), form, enumName);
        ErrorList? older = arguments.GetValue(s_since) is { } since ? ListReader.Read(since, form, enumName) : null;
        var difference = ListDifference.Of(list, older, pack);
        string comparedWith = string.Join(" and ", new[] { vendor?.Id, older?.Source }.OfType<string>());
        if (isJson)
        {
            DraftOutput.WriteJson(list, difference);
        }
        else if (comparedWith.Length == 0)
        {
            DraftOutput.WriteSection(list, key);
        }
        else
        {
            DraftOutput.WriteText(list, comparedWith, difference, key ?? documents?.Only);
        }

        return comparedWith.Length == 0 || difference.IsEmpty ? ExitCodes.Success : ExitCodes.Findings;
    }

    private static Vendor? VendorOf(ParseResult arguments)
    {
        string? id = arguments.GetValue(s_vendor);
        VendorRegistry registry = PackOption.Read(arguments.GetValue(s_pack), out IReadOnlyList<Vendor> own);
        return id is null && own.Count == 0 ? null : VendorArgument.Parse(id, registry, own);
    }
}
