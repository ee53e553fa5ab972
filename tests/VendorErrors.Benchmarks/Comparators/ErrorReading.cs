using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VendorErrors.Benchmarks.Bodies;

namespace VendorErrors.Benchmarks.Comparators;

/// <summary>An answer to an error object with its texts: by the library, and by source-generated classes with a switch and an expression.</summary>
internal static class ErrorReading
{
    public static VendorResult Classify(ErrorAnswer answer) => answer.Vendor.Classify(answer.Status, answer.Body.AsSpan());

    public static HandWrittenError Pocos(ErrorAnswer answer)
    {
        switch (answer.Shape)
        {
            case ErrorAnswers.Talkdesk:
                ErrorPocos.Talkdesk talkdesk = Read(answer, PocoContext.Default.Talkdesk);
                return Create(answer, talkdesk.StatusCode, [talkdesk.Message!], talkdesk.Payload is { Field: { } field } ? [field] : [], null);
            case ErrorAnswers.Dialnexa:
                ErrorPocos.Dialnexa dialnexa = Read(answer, PocoContext.Default.Dialnexa);
                return Create(answer, dialnexa.StatusCode, dialnexa.Message!, [], null);
            case ErrorAnswers.Dexatel:
                ErrorPocos.Dexatel dexatel = Read(answer, PocoContext.Default.Dexatel);
                return Create(answer, dexatel.Errors![0].Code, dexatel.Errors.ConvertAll(error => error.Message!), [], null);
            case ErrorAnswers.Yeastar:
                ErrorPocos.Yeastar yeastar = Read(answer, PocoContext.Default.Yeastar);
                return Create(answer, yeastar.Errcode, [yeastar.Errmsg!], yeastar.InvalidParamList is { } fields ? fields.ConvertAll(invalid => invalid.Field!) : [], null);
            default:
                ErrorPocos.EightByEight eight = Read(answer, PocoContext.Default.EightByEight);
                return Create(answer, eight.Code, [eight.Message!], [], eight.ErrorId);
        }
    }

    private static T Read<T>(ErrorAnswer answer, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(answer.Body, type)!;

    private static HandWrittenError Create(ErrorAnswer answer, int code, List<string> messages, IReadOnlyList<string> fields, string? correlationId)
    {
        TimeSpan? wait = null;
        for (var i = 0; wait is null && i < messages.Count; i++)
        {
            wait = WaitRegex.Find(messages[i]);
        }

        return new HandWrittenError(CategorySwitch.Of(answer.Shape, code), code.ToString(CultureInfo.InvariantCulture), messages, fields, correlationId, wait);
    }
}
