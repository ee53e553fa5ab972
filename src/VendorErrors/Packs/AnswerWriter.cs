using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Writes an answer that a pack carries: what <see cref="AnswerPart"/> reads.</summary>
internal static class AnswerWriter
{
    internal static PackNode Write(PackAnswer answer, Dictionary<SourceDocument, string> documents) => PackNode.Object()
        .Add("name", answer.Name)
        .Add("document", answer.Document is { } document ? documents[document] : null)
        .Add("operation", answer.Path is null ? null : answer.Method is null ? answer.Path : $"{answer.Method} {answer.Path}")
        .Add("status", PackNode.Raw(answer.Status.ToString(CultureInfo.InvariantCulture)))
        .Add("headers", answer.Headers.Aggregate(PackNode.Object(), (headers, header) => headers.Add(header.Key, header.Value)))
        .Add("receivedAt", answer.ReceivedAt?.ToString("O", CultureInfo.InvariantCulture))
        .Add("text", answer.Body.Length == 0 ? null : answer.Body)
        .Add("is", answer.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(answer.Outcome))
        .Add("effect", answer.Effect is { } effect ? PackWords.Of(PackWords.Effects, (int)effect) : null)
        .Add("code", !answer.StatesCode ? null : answer.Code is { } code ? PackNode.Text(code) : PackNode.Raw("null"))
        .Add("message", answer.Message)
        .Add("id", answer.CorrelationId)
        .Add("fields", Texts(answer.Fields))
        .Add("items", Texts(answer.Items))
        .Add("wait", answer.Wait is { } wait ? PackWords.OfLength(wait) : null)
        .Add("retry", answer.Retry is { } retry ? PackWords.Of(AnswerPart.Retries, (int)retry) : null);

    // That there is none is said with an empty list.
    private static PackNode? Texts(IReadOnlyList<string>? texts) =>
        texts is null ? null : texts.Count == 0 ? PackNode.Raw("[]") : PackNode.List(texts.Select(PackNode.Text));
}
