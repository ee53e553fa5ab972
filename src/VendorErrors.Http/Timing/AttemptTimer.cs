#if NET
using System.Collections.Concurrent;
#endif

namespace VendorErrors.Http.Timing;

/// <summary>
/// The token of one attempt: the caller's, and the time that the attempt has. Sources of the system's clock are used again, so that a call that
/// ends in time allocates none.
/// </summary>
internal readonly struct AttemptTimer : IDisposable
{
    private readonly CancellationTokenSource? _source;
    private readonly CancellationTokenRegistration _callers;
    private readonly CancellationToken _callersToken;

    private AttemptTimer(CancellationTokenSource? source, CancellationToken callersToken)
    {
        _source = source;
        _callersToken = callersToken;
#if NET
        _callers = source is null ? default : callersToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
#else
        _callers = source is null ? default : callersToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), source);
#endif
    }

    public CancellationToken Token => _source?.Token ?? _callersToken;

    /// <summary>Whether the attempt's own time is over, and not the caller's patience.</summary>
    public bool HasRunOut => _source is { IsCancellationRequested: true } && !_callersToken.IsCancellationRequested;

    /// <summary>Starts the time of an attempt.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="limit">The time that it has; null for any.</param>
    /// <param name="callersToken">The caller's token.</param>
    public static AttemptTimer Start(TimeProvider time, TimeSpan? limit, CancellationToken callersToken) =>
        new(limit is { } span ? Sources.Start(time, span > TimeSpan.Zero ? span : TimeSpan.Zero) : null, callersToken);

    public void Dispose()
    {
        if (_source is not null)
        {
            _callers.Dispose();
            Sources.Return(_source);
        }
    }

    private static class Sources
    {
#if NET
        // As many as calls that go on at once in a busy program.
        private const int Most = 256;
        private static readonly ConcurrentQueue<CancellationTokenSource> s_free = new();

        public static CancellationTokenSource Start(TimeProvider time, TimeSpan limit)
        {
            if (!ReferenceEquals(time, TimeProvider.System))
            {
                return time.CreateCancellationTokenSource(limit);
            }

            CancellationTokenSource source = s_free.TryDequeue(out CancellationTokenSource? free) ? free : new CancellationTokenSource();
            source.CancelAfter(limit);
            return source;
        }

        public static void Return(CancellationTokenSource source)
        {
            // One with a clock of its own never resets.
            if (s_free.Count < Most && source.TryReset())
            {
                s_free.Enqueue(source);
            }
            else
            {
                source.Dispose();
            }
        }
#else
        public static CancellationTokenSource Start(TimeProvider time, TimeSpan limit) => time.CreateCancellationTokenSource(limit);

        public static void Return(CancellationTokenSource source) => source.Dispose();
#endif
    }
}
