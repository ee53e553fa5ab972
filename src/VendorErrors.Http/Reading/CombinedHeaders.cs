using System.Collections;

namespace VendorErrors.Http.Reading;

/// <summary>The headers of a response and of its content, one after the other; nothing is copied.</summary>
internal sealed class CombinedHeaders(HttpResponseMessage response) : IEnumerable<KeyValuePair<string, IEnumerable<string>>>
{
    public IEnumerator<KeyValuePair<string, IEnumerable<string>>> GetEnumerator()
    {
        foreach (KeyValuePair<string, IEnumerable<string>> header in response.Headers)
        {
            yield return header;
        }

        foreach (KeyValuePair<string, IEnumerable<string>> header in response.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
        {
            yield return header;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
