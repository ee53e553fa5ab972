using System.Net;
using VendorErrors.Classification.Bodies;

namespace VendorErrors.Classification.Gateways;

/// <summary>Finds out who answered where it was not the vendor. Only asked about failures that none of the vendor's envelopes took.</summary>
internal static class GatewayFinder
{
    // Where pages show an id, whoever they are of.
    private static readonly string[] s_idWords =
        ["ray id", "support id is", "support id", "incident id", "request id", "requestid", "reference #", "correlation id", "transaction id", "trace id", "error id", "event id"];

    // Less is a number of something else.
    private const int ShortestId = 4;

    /// <summary>The gateway; null where none is recognized.</summary>
    internal static GatewayFinding? Find(in VendorResponse response, in Reading reading)
    {
        string? body = WordsOf(reading);
        GatewayFinding? passedOn = null;
        foreach (Gateway gateway in GatewayTable.All)
        {
            foreach (GatewayMark mark in gateway.Marks)
            {
                if ((mark.IsPassedOn && passedOn is not null) || !Holds(mark, response, body))
                {
                    continue;
                }

                var finding = new GatewayFinding(gateway, mark, mark.IsPassedOn ? null : AnswerOf(gateway, response.Status, body), IdOf(gateway, response));
                if (!mark.IsPassedOn)
                {
                    return finding;
                }

                passedOn = finding;
            }
        }

        return passedOn;
    }

    /// <summary>The id that a page shows; null where it shows none.</summary>
    internal static string? IdInPage(in Reading reading)
    {
        string? text = reading.Kind == BodyKind.Text ? MarkupText.Decode(reading.Body) : MarkupText.TextOf(MarkupText.Decode(reading.Body), MarkupText.MaxBytes);
        foreach (string words in s_idWords)
        {
            if (text is not null && CorrelationReader.InText(words, text) is { Length: >= ShortestId } id)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>The source of the body and what a person sees of it: words may occur in the one only, or be broken by tags there.</summary>
    private static string? WordsOf(in Reading reading)
    {
        if (reading.Kind is BodyKind.Empty or BodyKind.UnsupportedEncoding)
        {
            return null;
        }

        string source = MarkupText.Decode(reading.Body);
        return reading.Kind is BodyKind.Html or BodyKind.Xml ? $"{WebUtility.HtmlDecode(source)}\n{MarkupText.TextOf(source, MarkupText.MaxBytes)}" : source;
    }

    private static bool Says(string? body, string? words) => words is null || body?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static bool Holds(GatewayMark mark, in VendorResponse response, string? body) =>
        response.Status >= mark.From && response.Status <= mark.To
        && Says(body, mark.Words) && Says(body, mark.AlsoWords)
        && (mark.Header is null || (ResponseHeaders.Find(response, mark.Header) is { } value && value.StartsWith(mark.Value, StringComparison.OrdinalIgnoreCase)));

    private static GatewayAnswer? AnswerOf(Gateway gateway, int status, string? body)
    {
        foreach (GatewayAnswer answer in gateway.Answers)
        {
            if ((answer.Status ?? status) == status && Says(body, answer.Words))
            {
                return answer;
            }
        }

        return null;
    }

    private static string? IdOf(Gateway gateway, in VendorResponse response)
    {
        foreach (string header in gateway.IdHeaders)
        {
            if (ResponseHeaders.Find(response, header) is { Length: > 0 } id)
            {
                return id;
            }
        }

        return null;
    }
}
