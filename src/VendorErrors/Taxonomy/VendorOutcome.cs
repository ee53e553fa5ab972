namespace VendorErrors;

/// <summary>Did the vendor do what was asked? The default value is <see cref="Undetermined"/>, never a success.</summary>
public enum VendorOutcome
{
    /// <summary>Nothing was classified: the value of <c>default(VendorResult)</c>. The classifier never answers it.</summary>
    Undetermined = 0,

    /// <summary>Done.</summary>
    Success = 1,

    /// <summary>Done, and the vendor adds something a person should read.</summary>
    SuccessWithWarning = 2,

    /// <summary>Some of what was asked was done and some was not; see <see cref="VendorAnswer.Items"/>.</summary>
    PartialSuccess = 3,

    /// <summary>Taken on, and done later; the final outcome comes by another way.</summary>
    Accepted = 4,

    /// <summary>Not done, or not known to be done; see <see cref="VendorResult.Error"/>.</summary>
    Failure = 5,
}
