global using System.Text;
global using FluentAssertions;
global using VendorErrors.Http.Accounts;
global using VendorErrors.Http.Tests.Kit;
global using VendorErrors.Http.Timing;
global using VendorErrors.Retries;
global using VendorErrors.Tests.Targets;
global using Xunit;
