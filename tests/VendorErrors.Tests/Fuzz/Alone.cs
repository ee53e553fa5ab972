using Xunit;

namespace VendorErrors.Tests.Fuzz;

/// <summary>For tests that compare times: they have the machine to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Alone
{
    public const string Name = "alone";
}
