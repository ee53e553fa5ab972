using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace VendorErrors.Comparison.Contestants;

/// <summary>Asks a retry what it would send again: every HTTP status, the exceptions that can come, and the methods.</summary>
internal static class RetryProbe
{
    private const int LeastStatus = 100;
    private const int MostStatus = 599;

    private static readonly HttpMethod[] s_methods =
    [
        HttpMethod.Get, HttpMethod.Head, HttpMethod.Options, HttpMethod.Trace, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Connect,
    ];

    internal static string Of(HttpRetryStrategyOptions retry)
    {
        IEnumerable<int> statuses = Enumerable.Range(LeastStatus, MostStatus - LeastStatus + 1).Where(status => Handles(retry, HttpMethod.Get, Answer(status)));
        Exception[] exceptions = [new HttpRequestException(), new TimeoutRejectedException(), new BrokenCircuitException(), new OperationCanceledException()];
        IEnumerable<string> names = exceptions
            .Where(exception => Handles(retry, HttpMethod.Get, Polly.Outcome.FromException<HttpResponseMessage>(exception)))
            .Select(exception => $"`{exception.GetType().Name}`");
        IEnumerable<HttpMethod> methods = s_methods.Where(method => Handles(retry, method, Answer((int)HttpStatusCode.ServiceUnavailable)));
        return $"HTTP {string.Join(", ", Runs([.. statuses]))}; {string.Join(", ", names)}; by {string.Join(", ", methods)}";
    }

    private static bool Handles(HttpRetryStrategyOptions retry, HttpMethod method, Outcome<HttpResponseMessage> outcome)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get();
        using var request = new HttpRequestMessage(method, "https://vendor.example/");
#pragma warning disable EXTEXP0001 // What the handler itself sets before it asks the predicate.
        context.SetRequestMessage(request);
#pragma warning restore EXTEXP0001
        bool handles = retry.ShouldHandle(new RetryPredicateArguments<HttpResponseMessage>(context, outcome, attemptNumber: 0)).AsTask().GetAwaiter().GetResult();
        outcome.Result?.Dispose();
        ResilienceContextPool.Shared.Return(context);
        return handles;
    }

    private static Outcome<HttpResponseMessage> Answer(int status) => Polly.Outcome.FromResult(new HttpResponseMessage((HttpStatusCode)status));

    /// <summary>Numbers in words: those that follow each other come as one run.</summary>
    private static IEnumerable<string> Runs(IReadOnlyList<int> numbers)
    {
        for (var first = 0; first < numbers.Count;)
        {
            int last = first;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            yield return first == last ? $"{numbers[first]}" : $"{numbers[first]} to {numbers[last]}";
            first = last + 1;
        }
    }
}
