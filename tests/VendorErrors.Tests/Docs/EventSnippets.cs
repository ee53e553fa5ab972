using VendorErrors.Definitions;

namespace VendorErrors.Tests.Docs;

/// <summary>The C# of docs/events.md.</summary>
internal static class EventSnippets
{
    internal static void Read(byte[] body, IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        foreach (VendorEvent seen in Vendor.EightByEightConnect.ReadEvents(body, headers))
        {
            string line = seen switch
            {
                { State: EventState.Unknown } => "not known: a person looks at it",
                { IsFinal: false } => $"{seen.SubjectId} goes on: {seen.State}",
                { Outcome: VendorOutcome.Success } => $"{seen.SubjectId} is done",
                _ => $"{seen.SubjectId} ended as {seen.State} ({seen.Category?.ToString() ?? seen.Code ?? "no error"}); another attempt: {seen.NextAttempt}",
            };
            Console.WriteLine(line);
        }
    }

    internal static async Task Decide(byte[] body, Func<string?, Task> queueAgain)
    {
        foreach (VendorEvent seen in Vendor.EightByEightConnect.ReadEvents(body))
        {
            if (seen.IsFinal && seen.NextAttempt == NextAttempt.Soon)
            {
                await queueAgain(seen.ClientReference ?? seen.SubjectId);
            }
        }
    }

    internal static (bool IsBusy, EventRow? Cause) Reasons()
    {
        EventRow? reason = ReasonCatalog.Sip.Find("486");
        bool isBusy = reason?.State == EventState.Busy;
        EventRow? cause = ReasonCatalog.FindReasonHeader("Q.850;cause=34;text=\"No circuit available\"");
        return (isBusy, cause);
    }
}
