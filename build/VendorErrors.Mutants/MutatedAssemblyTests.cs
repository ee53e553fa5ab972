using System.Reflection;
using Xunit;

namespace VendorErrors.Mutants;

/// <summary>
/// Stryker puts its assembly with all changes where the library's was, runs the tests, and puts the library's back at its end. A test sees which
/// of the two is there, so it can copy the one with the changes, and at no other time than when it is whole.
/// </summary>
public sealed class MutatedAssemblyTests
{
    [Fact]
    public void KeepsTheAssemblyWithTheChanges()
    {
        Assembly library = typeof(Vendor).Assembly;
        if (Environment.GetEnvironmentVariable("VENDOR_ERRORS_KEEP_MUTATED") is { Length: > 0 } copy
            && library.GetTypes().Any(type => type.Name == "MutantControl"))
        {
            File.Copy(library.Location, copy, overwrite: true);
        }
    }
}
