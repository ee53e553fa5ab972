#pragma warning disable MA0004 // The pages show what an application writes.
using System.Text.Json;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The C# of docs/queues.md.</summary>
internal static class QueueSnippets
{
    internal static async Task HandleAsync(HttpClient client, Uri dial, WorkQueue queue, QueuedMessage message, CancellationToken cancellationToken)
    {
        VendorResult result;
        RetryDecision decision;
        try
        {
            using HttpResponseMessage response = await client.PostAsync(dial, message.Content, cancellationToken);
            (result, decision) = (response.GetVendorResult(), response.GetVendorDecision());
        }
        catch (Exception e) when (e.GetVendorResult().IsFailure)
        {
            (result, decision) = (e.GetVendorResult(), e.GetVendorDecision());
        }

        QueueDecision next = decision.ForQueue(result);
        switch (next.Action)
        {
            case QueueAction.Acknowledge:
                queue.Acknowledge(message);
                break;
            case QueueAction.Requeue:
                queue.Requeue(message, next.NotBefore(DateTimeOffset.UtcNow));
                break;
            case QueueAction.CheckFirst:
                queue.MoveTo("check", message, result.ToJson());
                break;
            default:
                queue.MoveTo("dead", message, result.ToJson());
                break;
        }
    }

    internal static VendorResult Keep(QueuedMessage message, VendorResult result)
    {
        string kept = JsonSerializer.Serialize(new DeadLetter(message.Id, result));
        DeadLetter letter = JsonSerializer.Deserialize<DeadLetter>(kept)!;
        return letter.Result;
    }

    internal sealed record DeadLetter(string MessageId, VendorResult Result);

    internal sealed record QueuedMessage(string Id, HttpContent Content);

    /// <summary>Notes what was done to each message.</summary>
    internal sealed class WorkQueue
    {
        public List<string> Done { get; } = [];

        public DateTimeOffset? NotBefore { get; private set; }

        public void Acknowledge(QueuedMessage message) => Done.Add($"acknowledged {message.Id}");

        public void Requeue(QueuedMessage message, DateTimeOffset? notBefore)
        {
            NotBefore = notBefore;
            Done.Add($"re-queued {message.Id}");
        }

        public void MoveTo(string place, QueuedMessage message, string verdict) => Done.Add($"{place} {message.Id}: {VendorResult.FromJson(verdict)}");
    }
}
