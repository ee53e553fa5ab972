using System.Text.Json;
using VendorErrors.Classification;

namespace VendorErrors.Benchmarks.Comparators;

/// <summary>Ways to tell whether an answer of Talkdesk's is a success; each returns the outcome as a number, 0 where it cannot tell.</summary>
internal static class SuccessVerdict
{
    /// <summary>The library's public entrance.</summary>
    public static int Classify(byte[] body) => (int)Vendor.TalkdeskDialer.Classify(200, body.AsSpan()).Outcome;

    /// <summary>The library's verdict on the beginning of a body whose end has not come, as the handler asks for it.</summary>
    public static int ClassifyBeginning(byte[] body)
    {
        Truth truth = Classifier.ClassifyBeginning(Vendor.TalkdeskDialer.Catalog, new VendorResponse(200, body.AsSpan(0, body.Length - 1)), out VendorResult success, out _);
        return truth == Truth.Yes ? (int)success.Outcome : 0;
    }

    /// <summary>A class that the source generator knows, and a switch.</summary>
    public static int Poco(byte[] body) => OfCode(JsonSerializer.Deserialize(body, PocoContext.Default.AnswerPoco)!.StatusCode);

    /// <summary>The same of a body in a stream.</summary>
    public static int Poco(Stream body) => OfCode(JsonSerializer.Deserialize(body, PocoContext.Default.AnswerPoco)!.StatusCode);

    /// <summary>A document per body.</summary>
    public static int Document(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return OfCode(document.RootElement.GetProperty("statusCode"u8).GetInt32());
    }

    /// <summary>A reader that looks for the member and reads to the end; the oracle of the others.</summary>
    public static int Reader(byte[] body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 1024 });
        int code = int.MinValue;
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("statusCode"u8))
                {
                    reader.Read();
                    code = reader.GetInt32();
                }
            }
        }
        catch (JsonException)
        {
            return (int)VendorOutcome.Failure;
        }

        return OfCode(code);
    }

    /// <summary>A reader that looks for the member and stops there: the least that a hand-written verdict does.</summary>
    public static int ReaderToCode(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isCode = reader.ValueTextEquals("statusCode"u8);
            reader.Read();
            if (isCode)
            {
                return OfCode(reader.GetInt32());
            }

            reader.Skip();
        }

        return (int)VendorOutcome.Failure;
    }

    /// <summary>No verdict, only every token: what any verdict by a reader costs at least.</summary>
    public static int Tokenize(byte[] body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 1024 });
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    /// <summary>No verdict, only every byte: a search for one that is not there.</summary>
    public static int PassOver(byte[] body) => body.AsSpan().IndexOf((byte)1);

    private static int OfCode(int code) => code switch
    {
        0 => (int)VendorOutcome.Success,
        1 => (int)VendorOutcome.SuccessWithWarning,
        _ => (int)VendorOutcome.Failure,
    };
}
