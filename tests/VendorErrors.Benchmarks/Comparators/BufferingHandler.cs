namespace VendorErrors.Benchmarks.Comparators;

/// <summary>What people write to find errors inside HTTP 200: take the whole body into memory, deserialize it, and leave it there for the caller.</summary>
internal sealed class BufferingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (SuccessVerdict.Poco(body) != (int)VendorOutcome.Success)
        {
            throw new HttpRequestException("The vendor reports an error.");
        }

        body.Position = 0;
        return response;
    }
}
