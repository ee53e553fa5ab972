using System.Globalization;
using System.Text.Json;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads the answers that a pack carries.</summary>
internal static class AnswerPart
{
    internal static readonly string[] Members =
    [
        "name", "document", "operation", "status", "headers", "receivedAt", "body", "text", "is", "effect", "code", "message", "id", "fields", "items", "wait", "retry", "note",
    ];

    internal static readonly (string Word, int Value)[] Retries =
        [("never", (int)RetryDisposition.Never), ("after_delay", (int)RetryDisposition.AfterDelay), ("after_credential_refresh", (int)RetryDisposition.AfterCredentialRefresh)];

    internal static PackAnswer? Read(ref PackCursor json, Dictionary<string, SourceDocument> documents)
    {
        int start = json.Position;
        if (!json.BeginObject("an answer"))
        {
            return null;
        }

        var answer = new PackAnswer();
        Meaning? meaning = null;
        long? status = null;
        while (json.NextMember())
        {
            if (json.Is("name"u8))
            {
                answer = answer with { Name = json.Text() ?? string.Empty };
            }
            else if (json.Is("status"u8))
            {
                status = json.Integer();
            }
            else if (json.Is("is"u8))
            {
                meaning = Meaning.Read(ref json, mayBeFailure: true);
            }
            else if (TryReadRequest(ref json, ref answer, documents) || TryReadExpectation(ref json, ref answer))
            {
                continue;
            }
            else
            {
                json.Unknown(Members);
            }
        }

        if (answer.Name.Length == 0 || status is null or < 0 or > 599 || meaning is null)
        {
            json.Missing(start, answer.Name.Length == 0 ? "name" : meaning is null ? "is" : "status", $"an answer needs {(answer.Name.Length == 0 ? "a name" : meaning is null ? "'is': what it means" : "'status', from 100 to 599, or 0 where there is none")}");
            return null;
        }

        return answer with { Status = (int)status.Value, Outcome = meaning.Outcome, Category = meaning.Category };
    }

    private static bool TryReadRequest(ref PackCursor json, ref PackAnswer answer, Dictionary<string, SourceDocument> documents)
    {
        if (json.Is("document"u8))
        {
            answer = answer with { Document = PackDocuments.Find(ref json, documents) };
        }
        else if (json.Is("operation"u8))
        {
            string operation = json.Text() ?? string.Empty;
            int path = OperationPattern.PathIn(operation);
            answer = answer with { Method = path == 0 ? null : operation[..(path - 1)], Path = operation[path..] };
        }
        else if (json.Is("headers"u8))
        {
            answer = answer with { Headers = ReadHeaders(ref json) };
        }
        else if (json.Is("receivedAt"u8))
        {
            answer = answer with { ReceivedAt = ReadTime(ref json) };
        }
        else if (json.Is("body"u8) || json.Is("text"u8))
        {
            if (answer.Body.Length > 0)
            {
                json.Fault("an answer has one body: JSON in 'body', or anything else in 'text'");
            }

            answer = answer with { Body = (json.Is("text"u8) ? json.Text(hasLines: true) : PackTemplate.Read(ref json)) ?? string.Empty };
        }
        else if (json.Is("note"u8))
        {
            _ = json.Text();
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool TryReadExpectation(ref PackCursor json, ref PackAnswer answer)
    {
        if (json.Is("effect"u8))
        {
            answer = answer with { Effect = (Effect)PackValues.Word(ref json, PackWords.Effects) };
        }
        else if (json.Is("code"u8))
        {
            answer = answer with { StatesCode = true, Code = json.Kind == JsonTokenType.Null ? null : json.Text("a text, or null where the answer has no code") };
        }
        else if (json.Is("message"u8))
        {
            answer = answer with { Message = json.Text() };
        }
        else if (json.Is("id"u8))
        {
            answer = answer with { CorrelationId = json.Text() };
        }
        else if (json.Is("fields"u8))
        {
            answer = answer with { Fields = PackValues.Texts(ref json) };
        }
        else if (json.Is("items"u8))
        {
            answer = answer with { Items = PackValues.Texts(ref json) };
        }
        else if (json.Is("wait"u8))
        {
            answer = answer with { Wait = RowPart.ReadWait(ref json) };
        }
        else if (json.Is("retry"u8))
        {
            answer = answer with { Retry = (RetryDisposition)PackValues.Word(ref json, Retries) };
        }
        else
        {
            return false;
        }

        return true;
    }

    internal static List<KeyValuePair<string, string>> ReadHeaders(ref PackCursor json)
    {
        List<KeyValuePair<string, string>> headers = [];
        if (json.BeginObject("an object with a member for each header"))
        {
            while (json.NextMember(mayRepeat: true))
            {
                string name = json.Name;
                headers.Add(new KeyValuePair<string, string>(name, json.Text() ?? string.Empty));
            }
        }

        return headers;
    }

    internal static DateTimeOffset? ReadTime(ref PackCursor json)
    {
        if (json.Text("a time") is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            return time;
        }

        json.Fault("a time is written as 2026-11-30T10:00:00Z");
        return null;
    }
}
