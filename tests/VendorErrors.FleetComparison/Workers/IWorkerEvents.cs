using VendorErrors.FleetComparison.Contestants;
using VendorErrors.FleetComparison.Queue;

namespace VendorErrors.FleetComparison.Workers;

/// <summary>What a worker process says.</summary>
internal interface IWorkerEvents
{
    /// <summary>A call has come where it is to be killed.</summary>
    void Reached(WorkerProcess worker, int call);

    /// <summary>A call is over.</summary>
    void Done(WorkerProcess worker, Delivery delivery, Verdict verdict);

    /// <summary>The process has ended, and all that it said was heard.</summary>
    void Ended(WorkerProcess worker);
}
