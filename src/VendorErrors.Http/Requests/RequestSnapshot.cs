#if NET
using Header = System.Collections.Generic.KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues>;
#else
using Header = System.Collections.Generic.KeyValuePair<string, string[]>;
#endif
using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace VendorErrors.Http.Requests;

/// <summary>
/// A request message as it was before its first attempt, so that each replay is the same request: whatever a credential, a handler inside or
/// a redirect made of it is undone. Used by one attempt at a time.
/// </summary>
internal sealed class RequestSnapshot
{
    // By name: older frameworks have it in a package that is not needed here.
    private const string JsonContentType = "System.Net.Http.Json.JsonContent";

    private readonly Version _version;
    private readonly Header[] _headers;
    private readonly KeyValuePair<string, object?>[] _options;
    private readonly HttpContent? _content;
    private readonly Header[] _contentHeaders;
    private readonly ContentRecording? _recording;
#if NET
    private readonly HttpVersionPolicy _versionPolicy;
#endif

    private RequestSnapshot(HttpRequestMessage request, ContentRecording? recording)
    {
        Method = request.Method;
        Address = request.RequestUri;
        _version = request.Version;
#if NET
        _versionPolicy = request.VersionPolicy;
#endif
        _headers = CopyOf(request.Headers);
        IDictionary<string, object?> options = RequestOptions.Of(request);
        _options = options.Count == 0 ? [] : [.. options];
        _content = request.Content;
        _contentHeaders = _content is null ? [] : CopyOf(_content.Headers);
        _recording = recording;
    }

    public HttpMethod Method { get; }

    /// <summary>Where the request went before any credential was put on it.</summary>
    public Uri? Address { get; }

    /// <summary>The caller's own content.</summary>
    public HttpContent? Content => _content;

    /// <summary>Whether a content can be read, and then sent as if it had not been read.</summary>
    internal static bool CanReadTwice(HttpContent content) => IsInMemory(content) || content.GetType().FullName == JsonContentType;

    /// <summary>Whether the content can be sent again, byte for byte.</summary>
    public bool IsContentReplayable => _recording is null || _recording.CanReplay || (!_recording.IsInUse && CanSeek(_content!));

    /// <summary>Takes the snapshot, and from then on copies a content that might not write the same bytes twice while it is first sent.</summary>
    internal static RequestSnapshot Take(HttpRequestMessage request, int replayLimit)
    {
        ContentRecording? recording = request.Content is { } content && !IsInMemory(content) ? new ContentRecording(replayLimit) : null;
        var snapshot = new RequestSnapshot(request, recording);
        if (recording is not null)
        {
            request.Content = snapshot.NewContent();
        }

        return snapshot;
    }

    /// <summary>Whether a content keeps its bytes and writes the same ones each time. Decided by the exact type: a derived one may do as it likes.</summary>
    internal static bool IsInMemory(HttpContent content)
    {
        Type type = content.GetType();
        return type == typeof(ByteArrayContent) || type == typeof(StringContent) || type == typeof(FormUrlEncodedContent)
#if NET
            || type == typeof(ReadOnlyMemoryContent)
#endif
            || ((type == typeof(MultipartContent) || type == typeof(MultipartFormDataContent)) && ((MultipartContent)content).All(IsInMemory));
    }

    /// <summary>
    /// Gives a write without content an empty one. The transport repeats contentless requests by itself where a connection closes before the
    /// status line, and the vendor may have executed them by then. On .NET Framework a GET cannot carry a content, and is left alone.
    /// </summary>
    internal static void PreventRepeatsByTheTransport(HttpRequestMessage request)
    {
        if (request.Content is null && (request.Method != HttpMethod.Get || !IsNetFramework))
        {
            request.Content = new ByteArrayContent([]);
        }
    }

    /// <summary>Makes the message the same request as before the first attempt.</summary>
    public void Restore(HttpRequestMessage request)
    {
        request.Method = Method;
        request.RequestUri = Address;
        request.Version = _version;
#if NET
        request.VersionPolicy = _versionPolicy;
#endif
        Put(_headers, request.Headers);
        IDictionary<string, object?> options = RequestOptions.Of(request);
        foreach (string added in options.Keys.Where(key => key != RequestOptions.StateKey && !_options.Any(option => option.Key == key)).ToArray())
        {
            options.Remove(added);
        }

        foreach (KeyValuePair<string, object?> option in _options)
        {
            options[option.Key] = option.Value;
        }

        if (_recording is not null)
        {
            request.Content = NewContent();
        }
        else if (_content is not null)
        {
            request.Content = _content;
            Put(_contentHeaders, _content.Headers);
        }
        else
        {
            request.Content = null;
        }
    }

    /// <summary>After the call: gives the caller's content back to the message, and lets go of its copy.</summary>
    public void Release(HttpRequestMessage request)
    {
        if (_recording is null)
        {
            return;
        }

        _recording.Release();
        if (request.Content is IRecordedContent recorded)
        {
            request.Content = recorded.Original;
        }
    }

    private HttpContent NewContent()
    {
        var writer = new ContentWriter(_content!, _recording!);
        HttpContent content = _content is StreamContent or ByteArrayContent or MultipartContent ? new RecordedStreamContent(writer) : new RecordedContent(writer);
        Put(_contentHeaders, content.Headers);
        return content;
    }

    /// <summary>A stream that can be read from its start again. The type is exact, as above.</summary>
    private static bool CanSeek(HttpContent content)
    {
        if (content.GetType() != typeof(StreamContent))
        {
            return false;
        }

        try
        {
            // It has the stream at hand: nothing is read or waited for.
            return content.ReadAsStreamAsync().GetAwaiter().GetResult().CanSeek;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

#if NET
    private static bool IsNetFramework => false;

    private static Header[] CopyOf(HttpHeaders headers)
    {
        HttpHeadersNonValidated all = headers.NonValidated;
        if (all.Count == 0)
        {
            return [];
        }

        var copy = new Header[all.Count];
        var count = 0;
        foreach (Header header in all)
        {
            copy[count++] = header;
        }

        return copy;
    }
#else
    private static bool IsNetFramework { get; } = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    private static Header[] CopyOf(HttpHeaders headers) => [.. headers.Select(header => new Header(header.Key, [.. header.Value]))];
#endif

    private static void Put(Header[] copy, HttpHeaders headers)
    {
        headers.Clear();
        foreach (Header header in copy)
        {
            headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }
}
