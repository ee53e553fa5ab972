global using FluentAssertions;
global using Microsoft.Extensions.DependencyInjection;
global using VendorErrors.Http;
global using VendorErrors.Testing;
global using Xunit;
