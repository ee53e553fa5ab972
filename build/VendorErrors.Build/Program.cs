using VendorErrors.Build;
using VendorErrors.Build.Legs;

return await CommandLine.RunAsync(args, AllLegs.List);
