using System.Text;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Cut and damaged events throw nothing, and what breaks off says nothing.</summary>
internal static class HostileEventCheck
{
    private const int DamagedOfEach = 20;
    private const int Seed = 20261130;

    internal static IEnumerable<ConformanceCase> Of(Vendor vendor, IReadOnlyList<CapturedEvent> captured) =>
        captured.Count == 0 ? [] : [new(vendor, "hostile events are tolerated", $"{captured.Count} captured events, cut and damaged", () => FaultOf(vendor, captured))];

    private static string? FaultOf(Vendor vendor, IReadOnlyList<CapturedEvent> captured)
    {
#pragma warning disable CA5394 // The same damage each time, so that a fault comes again.
        var random = new Random(Seed);
        foreach (CapturedEvent sample in captured)
        {
            byte[] body = Encoding.UTF8.GetBytes(sample.Body);
            for (var i = 0; i < DamagedOfEach; i++)
            {
                byte[] damaged = [.. body];
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                if (FaultOf(sample.Read(vendor, damaged)) is { } fault)
                {
                    return $"'{sample.Name}' with one byte changed is read {fault}.";
                }

                if (body[0] is (byte)'{' or (byte)'[' && sample.Read(vendor, body.AsSpan(0, random.Next(1, body.Length - 1))).FirstOrDefault(read => read.State != EventState.Unknown) is { } known)
                {
                    return $"'{sample.Name}', cut, is read as {SnakeCase.Of(known.State)}, though what is missing may say something else.";
                }
            }
        }
#pragma warning restore CA5394

        return null;
    }

    // What no event may be, whatever it holds.
    private static string? FaultOf(IReadOnlyList<VendorEvent> events)
    {
        foreach (VendorEvent read in events)
        {
            if (read.Category is not null && read.Outcome != VendorOutcome.Failure)
            {
                return $"as {SnakeCase.Of(read.State)} with a category, which is impossible";
            }

            if (read.State == EventState.Unknown && read.NextAttempt != NextAttempt.Undetermined)
            {
                return "as unknown, and with something to say of another attempt, which is impossible";
            }
        }

        return events.Count == 0 ? "as no event at all" : null;
    }
}
