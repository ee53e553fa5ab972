global using FluentAssertions;
global using VendorErrors.Testing.Tests.Kit;
global using VendorErrors.Tests.Kit;
global using VendorErrors.Tests.Targets;
global using Xunit;
