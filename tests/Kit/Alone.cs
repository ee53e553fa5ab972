using Xunit;

namespace VendorErrors.Tests.Kit;

/// <summary>For tests that compare times, or let a clock move on when everything is quiet: they have the machine to themselves, so that no thread is overtaken.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Alone
{
    public const string Name = "alone";
}
