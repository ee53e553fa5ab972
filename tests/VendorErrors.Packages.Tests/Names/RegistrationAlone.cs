using Microsoft.Extensions.DependencyInjection;

namespace SomeApplication;

internal static class RegistrationAlone
{
    internal static void Register(IServiceCollection services) => services.AddHttpClient("sms").AddVendorErrors(VendorErrors.Vendor.Dexatel);
}
