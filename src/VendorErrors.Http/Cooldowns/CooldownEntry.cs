using System.Runtime.InteropServices;

namespace VendorErrors.Http.Cooldowns;

/// <summary>A gate's answer to a request.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Ticket">Of an entry: to be given back with <c>CooldownGate.Leave</c> when the attempt is over, however it ended.</param>
/// <param name="Left">How long the account still cools down; of an entry zero.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CooldownEntry(CooldownEntryKind Kind, CooldownTicket Ticket, TimeSpan Left);
