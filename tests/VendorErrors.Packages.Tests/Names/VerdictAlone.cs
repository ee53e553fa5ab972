// Who asks for a verdict has the namespace of VendorResult at hand, and needs no other.
using VendorErrors;

namespace SomeApplication;

internal static class VerdictAlone
{
    internal static VendorResult Of(HttpResponseMessage response) => response.EnsureVendorSuccess().GetVendorResult();

    internal static bool Happened(Exception exception) => exception.GetVendorResult().Effect == Effect.Applied;

    internal static void IsRead(HttpRequestMessage request) => request.SetVendorOperation(OperationSafety.Read);
}
