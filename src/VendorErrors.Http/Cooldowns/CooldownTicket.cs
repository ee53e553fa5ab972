using System.Runtime.InteropServices;

namespace VendorErrors.Http.Cooldowns;

/// <summary>The right to make one attempt while a lane recovers; must be given back. The default value is that of an open lane, and nothing needs to be given back.</summary>
/// <param name="Round">The round of the lane that it was given in.</param>
/// <param name="Id">Its number; 0 for none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CooldownTicket(long Round, long Id)
{
    /// <summary>Whether a lane counts this attempt.</summary>
    public bool IsHeld => Id != 0;
}
