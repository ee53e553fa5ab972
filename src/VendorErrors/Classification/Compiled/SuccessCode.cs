using System.Text;
using VendorErrors.Definitions;

namespace VendorErrors.Classification.Compiled;

/// <summary>A code that means a plain success.</summary>
/// <param name="row">Its row.</param>
internal sealed class SuccessCode(CodeRow row)
{
    /// <summary>As a body writes it.</summary>
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(row.Code);

    /// <summary>What an answer comes to that is a success by its HTTP status alone.</summary>
    public static VendorResult ByStatus => new(VendorOutcome.Success, Effect.Applied, Confidence.StatusOnly, row: null);

    /// <summary>What an answer with it comes to.</summary>
    public VendorResult Result { get; } = new(VendorOutcome.Success, row.EffectiveEffect, Confidence.Exact, row);

    /// <summary>Whether a row holds only at an operation, under a status or beside another member.</summary>
    public static bool IsConditional(CodeRow row) => row.Operation is not null || row.When is not null || row.OnHttpStatus is not null;

    /// <summary>
    /// The codes that mean a plain success wherever they stand, as the look-up would say: their row is the first of its code in the space
    /// that the envelope draws from, and no condition is attached to the code anywhere.
    /// </summary>
    public static SuccessCode[] Of(Envelope envelope, VendorDefinition definition)
    {
        // Plain loops, as all that runs at a vendor's first answer: each kind of LINQ is compiled before it is run.
        SuccessCode[] codes = [];
        for (var i = 0; i < definition.Codes.Count; i++)
        {
            CodeSection section = definition.Codes[i];
            for (var j = 0; IsMeant(section, envelope) && j < section.Rows.Count; j++)
            {
                CodeRow row = section.Rows[j];
                if (row.Outcome == VendorOutcome.Success && !row.IsFamily && Decides(row, envelope, definition))
                {
                    codes = [.. codes, new SuccessCode(row)];
                }
            }
        }

        return codes;
    }

    private static bool Decides(CodeRow row, Envelope envelope, VendorDefinition definition)
    {
        var isFirst = true;
        for (var i = 0; i < definition.Codes.Count; i++)
        {
            CodeSection section = definition.Codes[i];
            bool isMeant = IsMeant(section, envelope);
            for (var j = 0; j < section.Rows.Count; j++)
            {
                CodeRow other = section.Rows[j];
                isFirst &= !ReferenceEquals(other, row);
                if ((IsConditional(other) || (isMeant && isFirst && other.LastCode is null)) && HaveSameCode(other, row))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsMeant(CodeSection section, Envelope envelope) =>
        envelope.CodeMeaning == CodeMeaning.HttpStatus
            ? section.IsHttpStatus
            : !section.IsHttpStatus && string.Equals(section.Space, envelope.Space, StringComparison.Ordinal);

    private static bool HaveSameCode(CodeRow left, CodeRow right) =>
        RowIndex.TryParse(left.Code, out long leftNumber) && RowIndex.TryParse(right.Code, out long rightNumber)
            ? leftNumber == rightNumber
            : string.Equals(left.Code, right.Code, StringComparison.OrdinalIgnoreCase);
}
