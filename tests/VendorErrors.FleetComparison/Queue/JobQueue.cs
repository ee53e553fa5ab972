using VendorErrors.Comparison.Contestants;
using VendorErrors.FleetComparison.Contestants;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.Retries;

namespace VendorErrors.FleetComparison.Queue;

/// <summary>
/// A queue that delivers at least once: what is not acknowledged in time, or was with a worker that died, is delivered again. Used by one thread.
/// </summary>
internal sealed class JobQueue
{
    private readonly FleetScale _scale;
    private readonly Queue<FleetJob> _plain = new();
    private readonly Queue<FleetJob> _aimed = new();
    private readonly PriorityQueue<FleetJob, long> _later = new();
    private readonly List<Delivery> _open = [];

    public JobQueue(FleetPlan plan, FleetScale scale)
    {
        _scale = scale;
        States = [.. plan.Jobs.Select(_ => new JobState())];
        foreach (FleetJob job in plan.Jobs)
        {
            Enqueue(job);
            if (job.IsDeliveredTwice)
            {
                Enqueue(job);
            }
        }
    }

    public IReadOnlyList<JobState> States { get; }

    /// <summary>How many messages are off the queue.</summary>
    public int Settled { get; private set; }

    public bool IsEmpty => Settled == States.Count;

    public int Deliveries { get; private set; }

    /// <summary>How many messages were delivered again, because no acknowledgement came in time.</summary>
    public int Overdue { get; private set; }

    /// <summary>Whether a message waits that is to be killed.</summary>
    public bool HasAimed => _aimed.Count > 0;

    private static long Now => TimeProvider.System.GetTimestamp();

    /// <summary>The next message.</summary>
    /// <param name="isAimed">Whether one that is to be killed.</param>
    public Delivery? Take(bool isAimed)
    {
        Queue<FleetJob> from = isAimed ? _aimed : _plain;
        while (from.TryDequeue(out FleetJob? job))
        {
            JobState state = States[job.Number];
            if (state.End is not null)
            {
                continue;
            }

            state.FirstDelivered = state.Deliveries == 0 ? Now : state.FirstDelivered;
            state.Deliveries++;
            Deliveries++;
            var delivery = new Delivery(job, Now + Ticks(_scale.Visibility));
            _open.Add(delivery);
            return delivery;
        }

        return null;
    }

    /// <summary>Lets time pass.</summary>
    public void Tick()
    {
        while (_later.TryPeek(out FleetJob? job, out long at) && at <= Now)
        {
            _later.Dequeue();
            Enqueue(job);
        }

        foreach (Delivery late in _open.Where(delivery => !delivery.IsOver && delivery.Deadline <= Now))
        {
            late.IsOver = true;
            Overdue++;
            Enqueue(late.Job);
        }

        _open.RemoveAll(delivery => delivery.IsOver);
    }

    /// <summary>The worker died that had it.</summary>
    public void Abandon(Delivery delivery)
    {
        if (!delivery.IsOver)
        {
            delivery.IsOver = true;
            Enqueue(delivery.Job);
        }
    }

    /// <summary>A worker says what becomes of a message.</summary>
    public void Finish(Delivery delivery, Verdict verdict)
    {
        JobState state = States[delivery.Job.Number];
        if (delivery.Job.LosesAcknowledgement && !state.IsSpent)
        {
            // It gets lost on its way, and the queue waits on.
            state.IsSpent = true;
            state.Log.Add("the acknowledgement gets lost");
            return;
        }

        bool isFirst = !delivery.IsOver;
        delivery.IsOver = true;
        if (state.End is not null)
        {
            return;
        }

        if (verdict.Action == QueueAction.Requeue && state.Deliveries < FleetScale.MostDeliveries)
        {
            if (isFirst)
            {
                _later.Enqueue(delivery.Job, Now + Ticks(verdict.Wait ?? FleetScale.QueueDelay));
            }

            return;
        }

        state.End = verdict;
        state.Took = TimeProvider.System.GetElapsedTime(state.FirstDelivered);
        Settled++;
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * TimeProvider.System.TimestampFrequency);

    private void Enqueue(FleetJob job) => (job.Window != KillWindow.None && !States[job.Number].IsSpent ? _aimed : _plain).Enqueue(job);
}
