using Microsoft.Extensions.Logging.Testing;

namespace VendorErrors.Http.Tests.Kit;

/// <summary>What was logged, as a test looks at it.</summary>
internal static class FakeLoggerExtensions
{
    extension(FakeLogger logger)
    {
        /// <summary>Every line, with its event number.</summary>
        public IReadOnlyList<(int Id, string Text)> Lines => [.. logger.Collector.GetSnapshot().Select(line => (line.Id.Id, line.Message + line.Exception))];

        public string All => string.Join('\n', logger.Lines.Select(line => line.Text));
    }
}
