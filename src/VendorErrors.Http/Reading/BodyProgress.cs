using System.Buffers;
using System.Runtime.ExceptionServices;

namespace VendorErrors.Http.Reading;

/// <summary>How far a body has been read, and how that ended. Used by one read at a time.</summary>
internal sealed class BodyProgress(byte[] buffer, int limit)
{
    /// <summary>What was read, and room for more; from the pool.</summary>
    public byte[] Buffer { get; private set; } = buffer;

    public int Length { get; set; }

    /// <summary>Whether the body ended.</summary>
    public bool AtEnd { get; set; }

    /// <summary>Whether what was read says all that there is to say.</summary>
    public bool IsWhole { get; set; }

    /// <summary>What broke the body.</summary>
    public ExceptionDispatchInfo? Fault { get; set; }

    /// <summary>A read that nobody waits for any longer, and that still writes into the buffer.</summary>
    public Task<int>? Unfinished { get; set; }

    public ReadOnlySpan<byte> Read => Buffer.AsSpan(0, Length);

    /// <summary>Whether nothing more is to be read.</summary>
    public bool IsOver => AtEnd || IsWhole || Fault is not null || Unfinished is not null || Length >= limit;

    /// <summary>Makes room for the next read.</summary>
    /// <returns>How much may be read.</returns>
    public int MakeRoom()
    {
        if (Length == Buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Buffer.Length * 2);
            Read.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(Buffer);
            Buffer = larger;
        }

        return Math.Min(Buffer.Length, limit) - Length;
    }
}
