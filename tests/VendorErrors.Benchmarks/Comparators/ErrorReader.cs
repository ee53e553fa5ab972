using System.Globalization;
using System.Text.Json;
using VendorErrors.Benchmarks.Bodies;

namespace VendorErrors.Benchmarks.Comparators;

/// <summary>An error by a reader of one's own, as a good engineer writes it where speed matters: forward only, no class of the body, no expression.</summary>
internal static class ErrorReader
{
    public static HandWrittenError Read(ErrorAnswer answer)
    {
        var draft = new ErrorDraft();
        var reader = new Utf8JsonReader(answer.Body);
        reader.Read();
        switch (answer.Shape)
        {
            case ErrorAnswers.Talkdesk:
                ReadObject(ref reader, draft, "statusCode"u8, "message"u8, fields: "payload"u8);
                break;
            case ErrorAnswers.Dialnexa:
                ReadObject(ref reader, draft, "statusCode"u8, "message"u8);
                break;
            case ErrorAnswers.Dexatel:
                ReadList(ref reader, draft, "errors"u8, "code"u8, "message"u8);
                break;
            case ErrorAnswers.Yeastar:
                ReadObject(ref reader, draft, "errcode"u8, "errmsg"u8, fields: "invalid_param_list"u8);
                break;
            default:
                ReadObject(ref reader, draft, "code"u8, "message"u8, id: "errorId"u8);
                break;
        }

        return new HandWrittenError(
            CategorySwitch.Of(answer.Shape, draft.Code), draft.Code.ToString(CultureInfo.InvariantCulture), draft.Messages, draft.Fields, draft.CorrelationId, draft.Wait);
    }

    private static void ReadList(ref Utf8JsonReader reader, ErrorDraft draft, ReadOnlySpan<byte> list, ReadOnlySpan<byte> code, ReadOnlySpan<byte> message)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isList = reader.ValueTextEquals(list);
            reader.Read();
            while (isList && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadObject(ref reader, draft, code, message);
            }

            reader.Skip();
        }
    }

    private static void ReadObject(
        ref Utf8JsonReader reader, ErrorDraft draft, ReadOnlySpan<byte> code, ReadOnlySpan<byte> message, ReadOnlySpan<byte> fields = default, ReadOnlySpan<byte> id = default)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(code))
            {
                reader.Read();
                draft.SetCode(reader.GetInt32());
            }
            else if (reader.ValueTextEquals(message))
            {
                reader.Read();
                ReadMessages(ref reader, draft);
            }
            else if (!fields.IsEmpty && reader.ValueTextEquals(fields))
            {
                reader.Read();
                ReadFields(ref reader, draft);
            }
            else if (!id.IsEmpty && reader.ValueTextEquals(id))
            {
                reader.Read();
                draft.CorrelationId = reader.GetString();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private static void ReadMessages(ref Utf8JsonReader reader, ErrorDraft draft)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            draft.AddMessage(reader.GetString()!);
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            draft.AddMessage(reader.GetString()!);
        }
    }

    // One object, or a list of them; null where no field is at fault.
    private static void ReadFields(ref Utf8JsonReader reader, ErrorDraft draft)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        int depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("field"u8))
            {
                reader.Read();
                draft.AddField(reader.GetString()!);
            }
        }
    }
}
