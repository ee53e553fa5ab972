namespace VendorErrors.Http.Tests.Kit;

/// <summary>One step of a vendor's script.</summary>
internal sealed class Answer
{
    public int Status { get; init; } = 200;

    public string Body { get; init; } = string.Empty;

    public string? ContentType { get; init; } = "application/json";

    public string? ContentEncoding { get; init; }

    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>A body of one's own; otherwise <see cref="Body"/>.</summary>
    public Stream? Stream { get; init; }

    /// <summary>Thrown instead of an answer.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether no answer comes until the request is cancelled.</summary>
    public bool Hangs { get; init; }

    /// <summary>Whether the vendor does what was asked, whatever it answers.</summary>
    public bool Executes { get; init; } = true;

    /// <summary>What happens before the answer.</summary>
    public Action? Before { get; init; }

    /// <summary>A last change to the response.</summary>
    public Action<HttpResponseMessage>? Arrange { get; init; }

    public static Answer Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        new() { Body = body, Status = status, Headers = headers };

    public static Answer Of(Stream stream, int status = 200) => new() { Stream = stream, Status = status };

    public static Answer Fails(Exception failure, bool executes = true) => new() { Failure = failure, Executes = executes };
}
