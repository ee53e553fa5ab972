using VendorErrors.Definitions;

namespace VendorErrors.Classification.Compiled;

/// <summary>What a look-up found.</summary>
/// <param name="Row">The row; null where nothing fits.</param>
/// <param name="IsFamily">Whether it is a range rather than the very code.</param>
/// <param name="IsAmbiguous">Whether another row of the code is for an operation, and the operation is not known.</param>
internal readonly record struct RowMatch(CodeRow? Row, bool IsFamily, bool IsAmbiguous);
