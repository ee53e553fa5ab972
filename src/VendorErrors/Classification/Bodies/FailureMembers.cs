using VendorErrors.Json;

namespace VendorErrors.Classification.Bodies;

/// <summary>The closed set of members that reports of a failure are made of, in whatever language or framework.</summary>
internal static class FailureMembers
{
    // Spring, ASP.NET, RFC 9457, Nest, Express, Laravel, JSend, OAuth (RFC 6749), Google, function runtimes.
    private static readonly (FailureMember Member, string[] Names)[] s_names =
    [
        (FailureMember.Beside,
        [
            XmlMembers.Root, "timestamp", "path", "method", "trace", "stack", "stackTrace", "stack_trace", "error_uri",
            "requestId", "request_id", "request-id", "reqId", "traceId", "trace_id", "trace-id", "correlationId", "correlation_id", "correlation-id", "activityId", "errorId", "error_id",
        ]),
        (FailureMember.ProblemType, ["type", "instance"]),
        (FailureMember.Words, ["message", "msg", "details", "statusText", "status_text", "reason"]),
        (FailureMember.ProblemWords, ["title", "detail"]),
        (FailureMember.Worked, ["success", "ok", "succeeded", "successful"]),
        (FailureMember.Status, ["status", "statusCode", "status_code"]),
        (FailureMember.Code, ["code", "errorCode", "error_code"]),
        (FailureMember.Error,
        [
            "error", "errors", "errorMessage", "error_message", "errorMessages", "errorType", "error_type", "error_description", "errorDescription", "fault", "exception",
        ]),
    ];

    private static readonly PathTree s_tree = new();
    private static readonly FailureMember[] s_members = Fill();

    /// <summary>What a member can say, by its name, case-insensitive.</summary>
    internal static FailureMember Find(ReadOnlySpan<byte> json, JsonSlot name) =>
        s_tree.Root.Find(json, name) is { } node ? s_members[node.Slot] : FailureMember.None;

    private static FailureMember[] Fill()
    {
        var members = new List<FailureMember> { FailureMember.None };
        foreach ((FailureMember member, string[] names) in s_names)
        {
            foreach (string name in names)
            {
                // Each is the next slot of the tree.
                _ = s_tree.SlotOf(name);
                members.Add(member);
            }
        }

        return [.. members];
    }
}
