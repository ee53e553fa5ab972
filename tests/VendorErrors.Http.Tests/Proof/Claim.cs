namespace VendorErrors.Http.Tests.Proof;

/// <summary>What an answer says about the execution of the attempt that it answers. The fake vendor never lies.</summary>
internal enum Claim
{
    /// <summary>Says nothing that could be relied on.</summary>
    Nothing = 0,

    /// <summary>It was done.</summary>
    Executed = 1,

    /// <summary>It was refused, so nothing was done.</summary>
    Refused = 2,
}
