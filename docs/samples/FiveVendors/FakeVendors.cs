using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace FiveVendors;

/// <summary>All five vendors on one port of this machine. They count what they are asked and what they do.</summary>
internal sealed class FakeVendors : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _token;

    private FakeVendors(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public int Requests { get; private set; }

    public int Done { get; private set; }

    public int SignIns { get; private set; }

    public int Refreshes { get; private set; }

    public static async Task<FakeVendors> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var fake = new FakeVendors(builder.Build());
        fake.Map();
        await fake._app.StartAsync();
        return fake;
    }

    public void Reset() => (Requests, Done) = (0, 0);

    /// <summary>Time passes at the PBX: the token that it gave no longer counts.</summary>
    public void ExpireToken() => _token++;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.MapPost("/Advanced Dialer/api/telephony/dial", () => Do(() => Results.Text("<html><title>504 Gateway Time-out</title></html>", "text/html", statusCode: 504)));
        _app.MapPost("/calls", () => Refuse("""{"statusCode":402,"message":"Insufficient wallet balance","error":"Payment Required"}"""));
        _app.MapPost("/v1/messages", (HttpContext context) =>
        {
            if (Requests > 0)
            {
                return Do(() => Json("""{"data":[{"id":"m-1","status":"scheduled"}]}"""));
            }

            context.Response.Headers.RetryAfter = "1";
            return Refuse("""{"errors":[{"status":429,"code":429,"message":"Too many requests"}]}""", 429);
        });
        _app.MapPost("/openapi/v1.0/get_token", () => GiveToken(SignIns++));
        _app.MapPost("/openapi/v1.0/refresh_token", () => GiveToken(Refreshes++));
        _app.MapPost("/openapi/v1.0/call/dial", ([FromQuery(Name = "access_token")] string? token) => token == Token
            ? Do(() => Json("""{"errcode":0,"errmsg":"SUCCESS","call_id":"c-1"}"""))
            : Refuse("""{"errcode":10004,"errmsg":"TOKEN EXPIRED"}"""));
        _app.MapPost("/api/v1/subaccounts/demo/messages/batch", () => Do(() => Json(
            """
            {"batchId":"b-1","acceptedCount":1,"rejectedCount":1,"messages":[
              {"umid":"a1","clientMessageId":"order-17","status":{"code":"QUEUED","description":"accepted"}},
              {"umid":"a2","clientMessageId":"order-18","status":{"code":"REJECTED","description":"Invalid MSISDN format"}}]}
            """)));
    }

    private string Token => string.Create(CultureInfo.InvariantCulture, $"token-{_token}");

    private static IResult Json(string body, int status = 200) => Results.Text(body, "application/json", statusCode: status);

    private IResult Do(Func<IResult> answer)
    {
        Requests++;
        Done++;
        return answer();
    }

    private IResult Refuse(string body, int status = 200)
    {
        Requests++;
        return Json(body, status);
    }

    private IResult GiveToken(int former)
    {
        _token++;
        return Json($$"""{"errcode":0,"errmsg":"SUCCESS","access_token":"{{Token}}","refresh_token":"refresh-{{former}}","access_token_expire_time":1800,"refresh_token_expire_time":86400}""");
    }
}
