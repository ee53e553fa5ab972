namespace VendorErrors.Benchmarks.Bodies;

/// <summary>A call flow of 8x8's that was created: the code stands behind three texts, the proof of execution before it.</summary>
internal static class EightByEightSuccess
{
    public const int Bytes = 93;

    public static byte[][] Bodies() =>
        JsonBodies.Rotate(Bytes, i => $$"""{"sessionId":"fx{{10 + i}}","sessionStatus":"CREATED","callFlowRequestId":"{{10 + i}}-11ef","statusCode":1}""");
}
