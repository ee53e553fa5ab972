namespace VendorErrors.Definitions;

/// <summary>Which of several causes speaks for the whole answer.</summary>
public enum ItemLead
{
    /// <summary>The worst: an effect that may exist before one that cannot, then what a retry can never fix, then what is known.</summary>
    Worst = 0,

    /// <summary>The first, where the vendor documents that it is the cause and the others follow from it.</summary>
    First = 1,
}
