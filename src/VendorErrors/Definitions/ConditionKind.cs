namespace VendorErrors.Definitions;

/// <summary>The tests a <see cref="Condition"/> can make.</summary>
internal enum ConditionKind
{
    Present,
    Absent,
    NotEmpty,
    Between,
    IsText,
    IsTrue,
    IsFalse,
    Both,
    Either,
    Not,
}
