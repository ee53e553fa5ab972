namespace VendorErrors.Classification.Gateways;

/// <summary>A sign that a gateway answered: a header, words of the body, or both.</summary>
internal sealed record GatewayMark
{
    /// <summary>The name of a header. Default: no header is asked for.</summary>
    public string? Header { get; init; }

    /// <summary>What the header's value begins with. Default: anything.</summary>
    public string Value { get; init; } = string.Empty;

    /// <summary>Words of the body, as a person or, in a page, its source shows them. Default: no words are asked for.</summary>
    public string? Words { get; init; }

    /// <summary>More words that have to be there too. Default: none.</summary>
    public string? AlsoWords { get; init; }

    /// <summary>The lowest HTTP status it holds for. Default: any.</summary>
    public int From { get; init; }

    /// <summary>The highest HTTP status it holds for. Default: any.</summary>
    public int To { get; init; } = 999;

    /// <summary>Whether answers that it only passes on carry the sign too. Then it says who may have answered, and nothing of the category.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>The header <c>Server</c>.</summary>
    public static GatewayMark Server(string value) => new() { Header = "Server", Value = value };

    /// <summary>Words of the body.</summary>
    public static GatewayMark Said(string words) => new() { Words = words };
}
