using System.Runtime.InteropServices;

namespace VendorErrors.Http.Cooldowns;

/// <summary>What a lane says to somebody who cannot enter yet.</summary>
/// <param name="Left">How much longer the vendor wants nobody to ask; zero when that is over and only others are ahead.</param>
/// <param name="Wait">How long to wait before asking the lane again, unless the waiter is signaled before.</param>
/// <param name="Jitter">How much later than the vendor's time this process begins to ask.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CooldownStep(TimeSpan Left, TimeSpan Wait, TimeSpan Jitter);
