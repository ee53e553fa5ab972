namespace VendorErrors.Benchmarks.Comparators;

/// <summary>What people write to find errors inside HTTP 200: take the whole body into memory, deserialize it, and put it back.</summary>
internal sealed class BufferingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (SuccessVerdict.Poco(body) != (int)Outcome.Success)
        {
            throw new HttpRequestException("The vendor reports an error.");
        }

        var buffered = new ByteArrayContent(body);
        foreach (KeyValuePair<string, IEnumerable<string>> header in response.Content.Headers)
        {
            buffered.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        response.Content = buffered;
        return response;
    }
}
