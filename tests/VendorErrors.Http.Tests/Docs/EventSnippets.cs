using Microsoft.Extensions.DependencyInjection;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The C# of the documentation of the reader of events.</summary>
internal static class EventSnippets
{
    public static void Register(IServiceCollection services)
    {
        services.AddVendorEventReader();
    }

    public static IReadOnlyList<VendorEvent> Read(VendorEventReader reader, byte[] body)
    {
        IReadOnlyList<VendorEvent> events = reader.Read(Vendor.EightByEightConnect, body);
        return events;
    }
}
