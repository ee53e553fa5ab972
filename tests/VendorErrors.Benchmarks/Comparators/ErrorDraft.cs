namespace VendorErrors.Benchmarks.Comparators;

/// <summary>What <see cref="ErrorReader"/> has read so far.</summary>
internal sealed class ErrorDraft
{
    private readonly List<string> _messages = new(1);
    private List<string>? _fields;
    private bool _hasCode;

    public int Code { get; private set; }

    public IReadOnlyList<string> Messages => _messages;

    public IReadOnlyList<string> Fields => _fields ?? (IReadOnlyList<string>)[];

    public string? CorrelationId { get; set; }

    public TimeSpan? Wait { get; private set; }

    /// <summary>The first of several counts.</summary>
    public void SetCode(int code)
    {
        Code = _hasCode ? Code : code;
        _hasCode = true;
    }

    public void AddMessage(string message)
    {
        _messages.Add(message);
        Wait ??= WaitText.Find(message);
    }

    public void AddField(string field) => (_fields ??= new(1)).Add(field);
}
