using System.Net.Http.Json;
using System.Text;

namespace VendorErrors.Testing.Tests.Kit;

/// <summary>Requests that tests send often.</summary>
internal static class Calls
{
    public const string YeastarDial = "openapi/v1.0/call/dial";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Asks a Yeastar PBX to call somebody.</summary>
    public static Task<HttpResponseMessage> DialAsync(this HttpClient client, string number = "+49301234") =>
        client.PostAsJsonAsync(YeastarDial, new { caller = "1000", callee = number }, Token);

    /// <summary>Reads something, whatever the vendor.</summary>
    public static Task<HttpResponseMessage> ReadAsync(this HttpClient client, string path = "items") => client.GetAsync(new Uri(path, UriKind.Relative), Token);

    /// <summary>Sends a request with a body of JSON.</summary>
    public static Task<HttpResponseMessage> SendJsonAsync(this HttpClient client, string method, string path, string json = "") =>
        client.SendAsync(Json(method, path, json), Token);

    public static HttpRequestMessage Json(string method, string path, string json = "") =>
        new(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = json.Length == 0 ? null : new StringContent(json, Encoding.UTF8, "application/json") };

    /// <summary>The body of an answer, which is let go of.</summary>
    public static async Task<string> TextAsync(this Task<HttpResponseMessage> sent)
    {
        using HttpResponseMessage response = await sent;
        return await response.Content.ReadAsStringAsync(Token);
    }

    /// <summary>The HTTP status of an answer, which is let go of.</summary>
    public static async Task<int> StatusAsync(this Task<HttpResponseMessage> sent)
    {
        using HttpResponseMessage response = await sent;
        return (int)response.StatusCode;
    }

    /// <summary>What an answer means to its vendor.</summary>
    public static async Task<VendorResult> ResultAsync(this Task<HttpResponseMessage> sent, Vendor vendor)
    {
        using HttpResponseMessage response = await sent;
        HttpRequestMessage request = response.RequestMessage!;
        string body = await response.Content.ReadAsStringAsync(Token);
        return vendor.Explain(new VendorResponse((int)response.StatusCode, Encoding.UTF8.GetBytes(body))
        {
            Headers = response.Headers,
            Method = request.Method.Method,
            Path = request.RequestUri!.AbsolutePath,
        });
    }
}
