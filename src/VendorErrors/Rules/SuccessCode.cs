using System.Text;
using VendorErrors.Envelopes;

namespace VendorErrors.Rules;

/// <summary>A code that means a plain success.</summary>
/// <param name="row">Its row.</param>
internal sealed class SuccessCode(CodeRow row)
{
    /// <summary>As a body writes it.</summary>
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(row.Code);

    /// <summary>The verdict on it.</summary>
    public SuccessVerdict Verdict { get; } = new(Truth.Yes, new VendorResult(Outcome.Success, row.EffectiveEffect, Confidence.Exact, row));
}
