using VendorErrors.Retries;

namespace VendorErrors.Tests.Docs;

/// <summary>The C# of docs/direct-use.md and docs/migration.md.</summary>
internal static class DirectUseSnippets
{
    internal static VendorResult FromBytes(HttpResponseMessage response, byte[] body)
    {
        VendorResult result = Vendor.Dialnexa.Classify(new VendorResponse((int)response.StatusCode, body)
        {
            Headers = response.Headers,
            ContentType = response.Content.Headers.ContentType?.ToString(),
            Method = response.RequestMessage?.Method.Method,
            Path = response.RequestMessage?.RequestUri?.AbsolutePath,
        });
        return result;
    }

    internal static RetryDecision Decide(in VendorResult result, int retries, TimeSpan left)
    {
        VendorOperation operation = Vendor.Dialnexa.Operation("POST", "/calls");
        var state = new RetryState { Retries = retries, TimeLeft = left };
        var limits = new RetryLimits { MaxWait = TimeSpan.FromSeconds(20) };

        RetryDecision decision = VendorRetryPolicy.Decide(result, operation, state, limits);
        return decision;
    }

    internal static void Explain(string vendorId, int status, byte[] body)
    {
        Vendor vendor = Vendor.Find(vendorId) ?? throw new ArgumentException($"No vendor has the id '{vendorId}'.", nameof(vendorId));
        VendorResult result = vendor.Explain(new VendorResponse(status, body));
        foreach (Evidence evidence in result.Evidence)
        {
            Console.WriteLine($"{evidence.Verdict}: {evidence.Location} = {evidence.Value} ({evidence.Rule})");
        }
    }

    internal static string LogLine(int status, string body, string method, string path)
    {
        VendorResult result = Vendor.YeastarPSeries.Classify(status, body, Vendor.YeastarPSeries.Operation(method, path));
        string line = result.Answer?.ToString() ?? "ok";
        return line;
    }

    internal static string Before(int status, int code)
    {
        switch (code)
        {
            case 0: return "ok";
            case 5: return "invalid";
            case 10: return "retry";
            case 2 or 8 or 9: return "retry";
            default: return status == 200 ? "ok" : "failed";
        }
    }

    internal static string After(in VendorResult result) => result.Error?.Group switch
    {
        null => "ok",
        ErrorGroup.Request => "invalid",
        ErrorGroup.Limit => "later",
        _ when result.Effect == Effect.Unknown => "check first whether it happened",
        _ => "failed",
    };
}
