namespace VendorErrors.Retries;

/// <summary>What a worker does with the message of a queue whose request has ended. The default value is to check first.</summary>
public enum QueueAction
{
    /// <summary>
    /// Nobody knows whether it happened. Check at the vendor: where it happened, acknowledge; where it did not, send again. Until then neither
    /// acknowledge nor re-queue.
    /// </summary>
    CheckFirst = 0,

    /// <summary>It is done, or will be: take the message off the queue.</summary>
    Acknowledge = 1,

    /// <summary>Deliver the message again, not before the wait.</summary>
    Requeue = 2,

    /// <summary>Sending it again as it is does not help, or would do some of it twice: put it aside, with the verdict.</summary>
    DeadLetter = 3,
}
