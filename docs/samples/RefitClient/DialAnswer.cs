namespace RefitSample;

internal sealed record DialAnswer(int StatusCode, string? Message);
