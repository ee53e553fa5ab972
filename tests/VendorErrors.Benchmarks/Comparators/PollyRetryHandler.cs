using System.Text.Json;
using Polly;
using Polly.Retry;

namespace VendorErrors.Benchmarks.Comparators;

/// <summary>
/// A plain retry by Polly.Core: HTTP statuses and failures of the transport. It sees no error under a 2xx, unless it reads bodies by hand: then
/// into a buffer, which stays for the caller, and through a document.
/// </summary>
internal sealed class PollyRetryHandler : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public PollyRetryHandler(bool readsBodies = false) => _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = readsBodies ? IsTransientByBodyAsync : static arguments => new ValueTask<bool>(IsTransient(arguments.Outcome)),
            OnRetry = static arguments =>
            {
                arguments.Outcome.Result?.Dispose();
                return default;
            },
        })
        .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(static (state, token) => state.Handler.SendInnerAsync(state.Request, token), (Handler: this, Request: request), cancellationToken);

    private ValueTask<HttpResponseMessage> SendInnerAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new(base.SendAsync(request, cancellationToken));

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) =>
        outcome is { Exception: HttpRequestException } or { Result.StatusCode: >= System.Net.HttpStatusCode.InternalServerError or System.Net.HttpStatusCode.TooManyRequests or System.Net.HttpStatusCode.RequestTimeout };

    private static async ValueTask<bool> IsTransientByBodyAsync(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        if (IsTransient(arguments.Outcome) || arguments.Outcome.Result is not { IsSuccessStatusCode: true } response)
        {
            return IsTransient(arguments.Outcome);
        }

        await response.Content.LoadIntoBufferAsync(arguments.Context.CancellationToken);
        Stream body = await response.Content.ReadAsStreamAsync(arguments.Context.CancellationToken);
        using JsonDocument document = await JsonDocument.ParseAsync(body, cancellationToken: arguments.Context.CancellationToken);
        body.Position = 0;
        return document.RootElement.TryGetProperty("statusCode"u8, out JsonElement code) && code.GetInt32() is 8 or 9 or 10;
    }
}
