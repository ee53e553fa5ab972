using System.Globalization;
using System.Text;
using System.Text.Json;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Drafting;

/// <summary>Reads a vendor's list of errors. Whatever is wrong with it is one line.</summary>
internal static class ListReader
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = DraftLimits.Depth };

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path, or - for standard input.</param>
    /// <param name="form">How it is written; null where its content says so.</param>
    /// <param name="enumName">Which of several enums is meant.</param>
    internal static ErrorList Read(string path, ListForm? form, string? enumName)
    {
        string source = path == InputFile.StandardInput ? "standard input" : Path.GetFileName(path);
        return Read(InputFile.ReadAll(path, DraftLimits.Bytes), source, form, enumName);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="source">The name of the file.</param>
    /// <param name="form">How it is written; null where its content says so.</param>
    /// <param name="enumName">Which of several enums is meant.</param>
    internal static ErrorList Read(byte[] utf8, string source, ListForm? form, string? enumName)
    {
        try
        {
            return ReadUnchecked(utf8, source, form, enumName);
        }
        catch (UsageException e)
        {
            throw new UsageException($"{source}: {e.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{source}: it is no UTF-8; save the file as UTF-8");
        }
        catch (InvalidOperationException)
        {
            throw new UsageException($"{source}: a text in it holds half a surrogate pair, which is no character");
        }
    }

    private static ErrorList ReadUnchecked(byte[] utf8, string source, ListForm? form, string? enumName)
    {
        string text = s_strict.GetString(utf8).TrimStart('\uFEFF').Trim();
        if (text.Length == 0)
        {
            throw new UsageException("it is empty");
        }

        RejectYaml(text);
        var codes = new CodeCollector();
        ListForm read = ListForm.Enum;
        if (form is null ? enumName is null && (text[0] is '{' or '[') : form != ListForm.Enum)
        {
            read = ReadJson(text, form, codes);
        }
        else
        {
            EnumReader.Read(text, enumName, codes);
        }

        IReadOnlyList<ListedCode> found = codes.ToCodes();
        return found.Count > 0
            ? new ErrorList(source, read, found, codes.LeftOut)
            : throw new UsageException($"no code was found in it, read as '{ListFormOption.Of(read)}'; --form chooses another form");
    }

    private static ListForm ReadJson(string text, ListForm? form, CodeCollector codes)
    {
        using JsonDocument document = Parse(text);
        JsonElement root = document.RootElement;
        ListForm known = form ?? Recognize(root);
        switch (known)
        {
            case ListForm.Aws:
                AwsModelReader.Read(root, codes);
                break;
            case ListForm.OpenApi:
                new OpenApiReader(root, codes).Read();
                break;
            case ListForm.Map:
                CodeMapReader.Read(root, codes);
                break;
            default:
                ObjectListReader.Read(root, codes);
                break;
        }

        return known;
    }

    private static ListForm Recognize(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array ? ListForm.List
        : AwsModelReader.IsIn(root) ? ListForm.Aws
        : OpenApiReader.IsIn(root) ? ListForm.OpenApi
        : ObjectListReader.IsIn(root) ? ListForm.List
        : CodeMapReader.IsIn(root) ? ListForm.Map
        : throw new UsageException("it is none of the known forms: a list of objects with a code, an object with a member for each code, a service model of AWS, an OpenAPI document, an enum in source code");

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, s_options);
        }
        catch (JsonException e)
        {
            string why = e.Message.Contains("maximum configured depth", StringComparison.Ordinal)
                ? string.Create(CultureInfo.InvariantCulture, $"it nests deeper than {DraftLimits.Depth} levels")
                : "it is no JSON here; for source code pass --form enum";
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"line {(e.LineNumber ?? 0) + 1}: {why}"));
        }
    }

    private static void RejectYaml(string text)
    {
        bool isYaml = text.Split('\n', 20).Any(line => line.StartsWith("openapi:", StringComparison.Ordinal) || line.StartsWith("swagger:", StringComparison.Ordinal));
        if (isYaml)
        {
            throw new UsageException("it is YAML; convert it to JSON first");
        }
    }
}
