using System.Text;

namespace VendorErrors.Redaction;

/// <summary>Masks in a text without escaping what looks like an e-mail address, a phone number, a key, a token or an address.</summary>
internal static class TextMasks
{
    internal static string Apply(string text)
    {
        text = Folding.ToAscii(text);
        var isMasked = new bool[text.Length];
        MailMask.Mark(text, isMasked);
        NumberMask.Mark(text, isMasked);
        WordMask.Mark(text, isMasked);
        return Render(text, isMasked);
    }

    private static string Render(string text, bool[] isMasked)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!isMasked[i])
            {
                result.Append(text[i]);
            }
            else if (i == 0 || !isMasked[i - 1])
            {
                result.Append(Redactor.Mask);
            }
        }

        return result.ToString();
    }
}
