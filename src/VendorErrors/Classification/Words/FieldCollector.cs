using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;

namespace VendorErrors.Classification.Words;

/// <summary>Collects the fields that a vendor complains about: from lists of its own, and from its sentences where it names fields there.</summary>
internal static class FieldCollector
{
    /// <summary>How many field errors are kept of one answer.</summary>
    internal const int MaxFields = 1000;

    // How sentences of validators go on after the name of a field.
    private static readonly string[] s_verbs = ["must ", "should ", "is not ", "has ", "cannot ", "contains ", "is required"];

    /// <param name="reading">The body.</param>
    /// <param name="messages">Its words.</param>
    /// <param name="complaints">The fields that were found where the words are; then the sentences need not be looked at for them.</param>
    /// <param name="areGuessed">Whether they were found where no definition says so; then what the definition describes is the better reading of it.</param>
    internal static FieldError[]? Read(in Reading reading, string[] messages, FieldError[]? complaints, bool areGuessed = false)
    {
        if (reading.Envelope is not { } envelope || (envelope.Fields.Length == 0 && (envelope.Envelope.FieldInText == FieldText.None || complaints is not null)))
        {
            return complaints;
        }

        List<FieldError> fields = [];
        foreach (FieldReader reader in envelope.Fields)
        {
            reader.Read(reading.View, fields, MaxFields);
        }

        // A member may be named for its words and for its fields, where it is a text in one answer and a map in another.
        bool areBetter = areGuessed && fields.Count > 0;
        int described = fields.Count;
        for (var i = 0; !areBetter && i < complaints?.Length && fields.Count < MaxFields; i++)
        {
            if (fields.IndexOf(complaints[i], 0, described) < 0)
            {
                fields.Add(complaints[i]);
            }
        }

        FieldText inText = complaints is null ? envelope.Envelope.FieldInText : FieldText.None;
        for (var i = 0; inText != FieldText.None && i < messages.Length && fields.Count < MaxFields; i++)
        {
            if (FromText(inText, messages[i], messages.Length > 1) is { } field)
            {
                fields.Add(field);
            }
        }

        return fields.Count == 0 ? null : fields.ToArray();
    }

    private static FieldError? FromText(FieldText kind, string message, bool isList) => kind switch
    {
        FieldText.JsonPath => JsonPathIn(message) is { } path ? new FieldError(path, null, message, null) : null,
        FieldText.LeadingWord => LeadingName(message) is var name && (name is not null || isList) ? new FieldError(name, null, message, null) : null,
        _ => null,
    };

    /// <summary>The first JSON path in a sentence, such as <c>$.callflow[0].action</c>.</summary>
    internal static string? JsonPathIn(string message)
    {
        int start = message.IndexOf("$.", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        int end = start + 1;
        while (end < message.Length && (char.IsLetterOrDigit(message[end]) || message[end] is '.' or '[' or ']' or '_' or '-' or '*'))
        {
            end++;
        }

        return message[start..end].TrimEnd('.');
    }

    /// <summary>The field of a sentence such as <c>agent_id should not be empty</c>; null where it does not begin with one.</summary>
    internal static string? LeadingName(string message)
    {
        int blank = message.IndexOf(' ');
        if (blank <= 0)
        {
            return null;
        }

        ReadOnlySpan<char> name = message.AsSpan(0, blank);
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '[' or ']' or '-'))
            {
                return null;
            }
        }

        ReadOnlySpan<char> rest = message.AsSpan(blank + 1);
        foreach (string verb in s_verbs)
        {
            if (rest.StartsWith(verb.AsSpan(), StringComparison.Ordinal))
            {
                return name.ToString();
            }
        }

        return null;
    }
}
