namespace VendorErrors.Testing.Tests.Scripts;

/// <summary>Every mistake gets one clear line that names the line of the script.</summary>
public class ScriptFaultTests
{
    [Theory]
    [InlineData("next: code 1000x", "yeastar-p-series has no code '1000x' in its catalog; nearest: 10001, 10002, 10003")]
    [InlineData("next: code \"\"", "yeastar-p-series has no code '' in its catalog; nearest: 0, 1, 2")]
    [InlineData("chance 1.5: drop", "a chance is from 0% to 100%, not '1.5'")]
    [InlineData("chance 101%: drop", "a chance is from 0% to 100%, not '101%'")]
    [InlineData("chance -1%: drop", "a chance is from 0% to 100%, not '-1%'")]
    [InlineData("chance NaN: drop", "a chance is from 0% to 100%, not 'NaN'")]
    [InlineData("chance %: drop", "a chance is from 0% to 100%, not '%'")]
    [InlineData("chance \"\": drop", "a chance is from 0% to 100%, not ''")]
    [InlineData("chance", "a chance is missing")]
    [InlineData("chance 5%", "what is to happen is missing")]
    [InlineData("rate -5 per 1s", "the number of requests must be an integer from 1, not '-5'")]
    [InlineData("rate 0 per 1s", "the number of requests must be an integer from 1, not '0'")]
    [InlineData("rate 1.5 per 1s", "the number of requests must be an integer from 1, not '1.5'")]
    [InlineData("rate 99999999999 per 1s", "the number of requests must be an integer from 1, not '99999999999'")]
    [InlineData("rate", "the number of requests is missing")]
    [InlineData("rate 5", "'per' is missing after the number of requests")]
    [InlineData("rate 5 each 1s", "'per' is expected after the number of requests, not 'each'")]
    [InlineData("rate 5 per", "the window is missing")]
    [InlineData("rate 5 per -1s", "the window is a time above zero such as 200ms, 3s, 5m or 1h, not '-1s'")]
    [InlineData("rate 5 per 0s", "the window is a time above zero such as 200ms, 3s, 5m or 1h, not '0s'")]
    [InlineData("rate 5 per 0.00000001ms", "the window is a time above zero such as 200ms, 3s, 5m or 1h, not '0.00000001ms'")]
    [InlineData("rate 5 per 9999h", "the window is a time above zero such as 200ms, 3s, 5m or 1h, not '9999h'")]
    [InlineData("rate 5 per second", "the window is a time above zero such as 200ms, 3s, 5m or 1h, not 'second'")]
    [InlineData("rate 5 per 5", "the window is a time above zero such as 200ms, 3s, 5m or 1h, not '5'")]
    [InlineData("rate 5 per \"\"", "the window is a time above zero such as 200ms, 3s, 5m or 1h, not ''")]
    [InlineData("rate 5 per 1s code nope", "yeastar-p-series has no code 'nope' in its catalog; nearest: -2, -1, 0")]
    [InlineData("rate 5 per 1s code", "the code is missing")]
    [InlineData("rate 5 per 1s please", "unexpected argument 'please'")]
    [InlineData("latency -1ms", "the latency is a time from zero such as 200ms, 3s, 5m or 1h, not '-1ms'")]
    [InlineData("latency", "the latency is missing")]
    [InlineData("tokens", "'expire' is missing after 'tokens'")]
    [InlineData("tokens expire", "'after' is missing after 'expire'")]
    [InlineData("tokens expire after", "the lifetime is missing")]
    [InlineData("tokens expire after 0s", "the lifetime is a time above zero such as 200ms, 3s, 5m or 1h, not '0s'")]
    [InlineData("tokens expire after 1s slots 0", "the number of slots must be an integer from 1, not '0'")]
    [InlineData("tokens expire after 1s slots 8 or so", "unexpected argument 'or'")]
    [InlineData("outage", "'for' is missing before the length of the outage")]
    [InlineData("outage for", "the length is missing")]
    [InlineData("outage from 1s", "'for' is missing before the length of the outage")]
    [InlineData("outage for 1s perhaps", "'perhaps' is none of ok, code, status, page, drop, refuse, hang or event")]
    [InlineData("perhaps", "'perhaps' is none of next, then, chance, rate, tokens, latency or outage")]
    [InlineData("next: perhaps", "'perhaps' is none of ok, code, status, page, drop, refuse, hang or event")]
    [InlineData("next:", "what is to happen is missing")]
    [InlineData("next", "':' is missing after 'next'")]
    [InlineData("then ok", "':' is expected after 'then', not 'ok'")]
    [InlineData("next -2 times: ok", "how many times must be an integer from 1, not '-2'")]
    [InlineData("next 2", "':' is missing after the count")]
    [InlineData("next 0 times: ok", "how many times must be an integer from 1, not '0'")]
    [InlineData("next 2 times ok", "':' is expected after the count, not 'ok'")]
    [InlineData("next: code", "the code is missing")]
    [InlineData("next: status", "the HTTP status is missing")]
    [InlineData("next: status 99", "an HTTP status from 200 to 599 is needed, not '99'")]
    [InlineData("next: status 600", "an HTTP status from 200 to 599 is needed, not '600'")]
    [InlineData("next: page 200", "an HTTP status from 400 to 599 is needed, not '200'")]
    [InlineData("next: ok perhaps", "'perhaps' is none of before execution, after execution, late execution, event, delay, slow, cut, wait or message")]
    [InlineData("next: drop after", "'execution' is missing after 'after'")]
    [InlineData("next: drop before lunch", "'execution' is expected after 'before', not 'lunch'")]
    [InlineData("next: ok delay -1s", "the delay is a time from zero such as 200ms, 3s, 5m or 1h, not '-1s'")]
    [InlineData("next: ok cut 100%", "the share of the body is from 0% to below 100%, not '100%'")]
    [InlineData("next: ok cut", "the share of the body is missing")]
    [InlineData("next: ok wait 3s", "'wait' goes with 'code', 'status' and 'page', not with 'ok'")]
    [InlineData("next: drop message x", "'message' goes with 'code', not with 'drop'")]
    [InlineData("next: code 10004 wait soon", "the wait is a time above zero such as 200ms, 3s, 5m or 1h, not 'soon'")]
    [InlineData("next: ok before execution", "'ok' says that it was done, so it cannot come before execution")]
    [InlineData("next: code 10004 after execution", "'code 10004' says that nothing was done, so it cannot come after execution")]
    [InlineData("next: refuse after execution", "'refuse' makes no connection, so it cannot be executed")]
    [InlineData("next: status 503 cut 50%", "'HTTP 503' has no body to be slow or cut")]
    [InlineData("next: drop slow 1s", "'drop' sends no body, so there is none to be slow or cut")]
    [InlineData("on", "the operation is missing")]
    [InlineData("on POST", "the path is missing")]
    [InlineData("on call/dial", "one of next, then, chance, rate, tokens, latency or outage is missing")]
    [InlineData("on call//dial next: ok", "the operation 'call//dial' has an empty segment")]
    [InlineData("on calls/{id} next: ok", "the operation 'calls/{id}' contains a brace or a query; write * for any segment")]
    [InlineData("on call/dial rate 5 per 1s", "'on' goes with next, then and chance, not with 'rate'")]
    [InlineData("on call/dial outage for 1s", "'on' goes with next, then and chance, not with 'outage'")]
    [InlineData("on call/dial perhaps", "'perhaps' is none of next, then, chance, rate, tokens, latency or outage")]
    [InlineData("next: code 10004 message \"open", "a text in quotes is not closed")]
    public async Task Play_WithAMistake_SaysItInOneLineAndPlaysNothing(string line, string sentence)
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = new VirtualTime() });

        var thrown = FluentActions.Invoking(() => pbx.Play($"next: status 503\n\n# comment\n{line}\nlatency 5s")).Should().Throw<SimulatorScriptException>();

        thrown.Which.Message.Should().Be($"line 4: {sentence}");
        thrown.Which.InnerException.Should().BeNull();
        (await pbx.CreateClient().ReadAsync().StatusAsync()).Should().Be(200, "nothing of the script is played");
        pbx.Latency.Should().Be(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("next: code \"a\rb\"")]
    [InlineData("next: code \"a\u2028b\u2029c\u0085d\"")]
    [InlineData("next: ok\rthen: ok")]
    public void Play_WithOtherEndsOfLines_SaysItInOneLineAllTheSame(string script) =>
        FluentActions.Invoking(() => new VendorSimulator(Vendor.YeastarPSeries).Play(script)).Should().Throw<SimulatorScriptException>()
            .Which.Message.Should().StartWith("line 1: ").And.NotContainAny("\r", "\n", "\u2028", "\u2029", "\u0085");

    [Fact]
    public void Constructors_OfTheException_KeepWhatTheyGet()
    {
        var inner = new FormatException("inner");

        new SimulatorScriptException("one line", inner).InnerException.Should().BeSameAs(inner);
        new SimulatorScriptException().Message.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("rate 1 per 1h code 0", "*line 1*done*")]
    [InlineData("next: hang delay 5s", "*line 1*nothing to delay*")]
    public void Play_WhatNoVendorCouldMean_IsRefused(string script, string message) =>
        FluentActions.Invoking(() => new VendorSimulator(Vendor.YeastarPSeries).Play(script)).Should().Throw<SimulatorScriptException>().WithMessage(message);
}
