global using FluentAssertions;
global using VendorErrors.Testing.Tests.Kit;
global using Xunit;
