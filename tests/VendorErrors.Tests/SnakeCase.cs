using System.Text;

namespace VendorErrors.Tests;

/// <summary>Names of enum members as the documents' tables write them.</summary>
internal static class SnakeCase
{
    internal static string Of(object member)
    {
        var text = new StringBuilder();
        foreach (char c in member.ToString()!)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
