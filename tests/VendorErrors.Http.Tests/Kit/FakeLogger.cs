using Microsoft.Extensions.Logging;

namespace VendorErrors.Http.Tests.Kit;

/// <summary>Keeps every line, with its event number.</summary>
internal sealed class FakeLogger : ILogger, ILoggerProvider
{
    private readonly List<(int Id, string Text)> _lines = [];

    public IReadOnlyList<(int Id, string Text)> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public string All => string.Join('\n', Lines.Select(line => line.Text));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add((eventId.Id, formatter(state, exception) + exception));
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }
}
