using VendorErrors.Envelopes;

namespace VendorErrors.Rules;

/// <summary>Finds the vendor's id of an answer, in a member or, where the vendor puts it there, behind a word of the message.</summary>
internal static class CorrelationReader
{
    internal static string? Read(in Reading reading, MessageList messages)
    {
        if (reading.Envelope is not { } envelope)
        {
            return null;
        }

        return reading.View.FirstText(envelope.CorrelationId) ?? InText(envelope.Envelope.CorrelationIdInText, messages);
    }

    private static string? InText(string? word, MessageList messages)
    {
        if (word is null)
        {
            return null;
        }

        for (var i = 0; i < messages.Count; i++)
        {
            string message = messages[i];
            int at = message.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && IdBehind(message, at + word.Length) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    private static string? IdBehind(string message, int start)
    {
        while (start < message.Length && message[start] is ' ' or ':' or '=' or '"' or '\'' or '(' or '[' or '#')
        {
            start++;
        }

        int end = start;
        while (end < message.Length && (char.IsLetterOrDigit(message[end]) || message[end] is '-' or '_'))
        {
            end++;
        }

        // An id holds a digit; a word of prose does not.
        string id = message[start..end];
        return id.Any(char.IsDigit) ? id : null;
    }
}
