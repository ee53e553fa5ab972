using System.Globalization;

namespace VendorErrors.Testing.Events;

/// <summary>What an event is about: something that the simulated vendor did, for one person or as a whole.</summary>
/// <param name="RequestNumber">The number of the request.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Index">Which person of the request it was done for, from 0.</param>
/// <param name="Answer">The id that the answer gave to the client, or would have given.</param>
/// <param name="PersonId">The id of what was done for this one person; of the first one that of the answer.</param>
/// <param name="Asked">A text of the request by the name of its member; null where it has none.</param>
internal sealed record EventCause(int RequestNumber, OperationKind Kind, int Index, AnswerId Answer, string PersonId, Func<string, string?> Asked)
{
    /// <summary>Another id of the same execution: of a leg, a conversation, an event.</summary>
    public string OtherId(int which) =>
        $"00000000-0000-4000-{(0x8000 + Index).ToString("x4", CultureInfo.InvariantCulture)}-{(which + 1).ToString("x4", CultureInfo.InvariantCulture)}{RequestNumber.ToString("x8", CultureInfo.InvariantCulture)}";
}
