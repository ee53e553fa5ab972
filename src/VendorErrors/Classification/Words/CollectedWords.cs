namespace VendorErrors.Classification.Words;

/// <summary>The words of an answer while they are collected: messages, and the fields that they are about.</summary>
internal struct CollectedWords
{
    private CollectedMessages _messages;
    private Collected<FieldError> _fields;

    public readonly bool IsFull => _messages.Count >= MessageReader.MaxMessages || _fields.Count >= FieldCollector.MaxFields;

    public readonly bool HasMessages => _messages.Count > 0;

    /// <summary>Adds a message, unless it is blank or one too many.</summary>
    public void Add(string? message)
    {
        if (!string.IsNullOrWhiteSpace(message) && _messages.Count < MessageReader.MaxMessages)
        {
            _messages.Add(message!);
        }
    }

    /// <summary>Adds a message about a field; of an entry that names no field it is a message alone.</summary>
    public void Add(FieldError complaint)
    {
        Add(complaint.Message);
        if (complaint.Field is not null && _fields.Count < FieldCollector.MaxFields)
        {
            _fields.Add(complaint);
        }
    }

    public MessageList ToMessages() => _messages.ToList();

    public FieldError[]? ToFields() => _fields.ToArray();
}
