using System.Net;
using System.Net.Http.Headers;

namespace VendorErrors.Http.Tests.Kit;

/// <summary>Answers by a script, whose last step repeats; keeps what it saw, what it executed and every response it gave.</summary>
internal sealed class FakeVendor(TimeProvider time, params Answer[] script) : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly List<SeenRequest> _requests = [];
    private readonly List<TrackedResponse> _responses = [];
    private int _executed;
    private int _syncs;

    /// <summary>Chooses by the request instead of by the script.</summary>
    public Func<SeenRequest, Answer>? Chooses { get; init; }

    /// <summary>Waited for before each answer.</summary>
    public Func<Task>? Gate { get; init; }

    public int Executed => _executed;

    public int Syncs => _syncs;

    public IReadOnlyList<SeenRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public IReadOnlyList<TrackedResponse> Responses
    {
        get
        {
            lock (_lock)
            {
                return [.. _responses];
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        Answer answer = See(request, body);
        if (Gate is { } gate)
        {
            await gate();
        }

        if (answer.Hangs)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return Respond(request, answer);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _syncs);
        using var reader = new StreamReader(request.Content?.ReadAsStream(cancellationToken) ?? Stream.Null, leaveOpen: true);
        return Respond(request, See(request, reader.ReadToEnd()));
    }

    private Answer See(HttpRequestMessage request, string body)
    {
        var seen = new SeenRequest(
            time.GetUtcNow(),
            request.Method.Method,
            request.RequestUri!.ToString(),
            body,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
        Answer answer;
        lock (_lock)
        {
            answer = Chooses is null ? script[Math.Min(_requests.Count, script.Length - 1)] : Chooses(seen);
            _requests.Add(seen);
        }

        Interlocked.Add(ref _executed, answer.Executes ? 1 : 0);
        return answer;
    }

    private TrackedResponse Respond(HttpRequestMessage request, Answer answer)
    {
        answer.Before?.Invoke();
        if (answer.Failure is { } failure)
        {
            throw failure;
        }

        var response = new TrackedResponse((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = answer.Stream is { } stream ? new TrackedContent(stream) : new ByteArrayContent(Encoding.UTF8.GetBytes(answer.Body)),
        };
        response.Content.Headers.ContentType = answer.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : null;
        if (answer.ContentEncoding is { } encoding)
        {
            response.Content.Headers.ContentEncoding.Add(encoding);
        }

        foreach ((string name, string value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        answer.Arrange?.Invoke(response);
        lock (_lock)
        {
            _responses.Add(response);
        }

        return response;
    }
}
