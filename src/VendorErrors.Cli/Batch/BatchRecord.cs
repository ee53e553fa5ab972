namespace VendorErrors.Cli.Batch;

/// <summary>One record of a batch, as it was read. Reused from line to line.</summary>
internal sealed class BatchRecord
{
    private byte[] _body = [];
    private int _bodyLength;

    /// <summary>The id as JSON; empty where there is none.</summary>
    public byte[] Id { get; set; } = [];

    public string? Vendor { get; set; }

    public int Status { get; set; }

    public string? Method { get; set; }

    public string? Path { get; set; }

    public DateTimeOffset? ReceivedAt { get; set; }

    public List<KeyValuePair<string, IEnumerable<string>>> Headers { get; } = [];

    public ReadOnlySpan<byte> Body => _body.AsSpan(0, _bodyLength);

    public void Clear()
    {
        Id = [];
        Vendor = Method = Path = null;
        Status = 0;
        ReceivedAt = null;
        Headers.Clear();
        _bodyLength = 0;
    }

    /// <summary>Room for a body of at most this length; <see cref="SetBodyLength"/> says how much of it was used.</summary>
    public byte[] RoomForBody(int length)
    {
        if (_body.Length < length)
        {
            _body = new byte[Math.Max(length, _body.Length * 2)];
        }

        return _body;
    }

    public void SetBodyLength(int length) => _bodyLength = length;
}
