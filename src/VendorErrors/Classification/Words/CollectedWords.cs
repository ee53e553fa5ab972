namespace VendorErrors.Classification.Words;

/// <summary>The words of an answer while they are collected: messages, and the fields that they are about.</summary>
internal struct CollectedWords
{
    // Mostly there are none, or one.
    private List<string>? _messages;
    private List<FieldError>? _fields;

    /// <summary>Whether they were found where everybody puts words, since the definition says nowhere.</summary>
    public bool AreOfNoDefinition;

    public readonly bool IsFull => _messages?.Count >= MessageReader.MaxMessages || _fields?.Count >= FieldCollector.MaxFields;

    public readonly bool HasMessages => _messages is not null;

    /// <summary>Adds a message, unless it is blank or the answer holds too many.</summary>
    public void Add(string? message)
    {
        if (!string.IsNullOrWhiteSpace(message) && !(_messages?.Count >= MessageReader.MaxMessages))
        {
            (_messages ??= new List<string>(1)).Add(message!);
        }
    }

    /// <summary>Adds a message about a field; of an entry that names no field it is a message alone.</summary>
    public void Add(FieldError complaint)
    {
        Add(complaint.Message);
        if (complaint.Field is not null && !(_fields?.Count >= FieldCollector.MaxFields))
        {
            (_fields ??= new List<FieldError>(1)).Add(complaint);
        }
    }

    public readonly string[] ToMessages() => _messages?.ToArray() ?? [];

    public readonly FieldError[]? ToFields() => _fields?.ToArray();
}
