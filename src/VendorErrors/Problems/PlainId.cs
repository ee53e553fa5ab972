namespace VendorErrors.Problems;

/// <summary>Distinguishes ids that may go to callers from what else a vendor may put into their place: a phone number, a key, a sentence.</summary>
internal static class PlainId
{
    private const int Longest = 64;
    private const int PhoneDigits = 7;
    private const int UuidLength = 36;

    /// <summary>
    /// An id has a letter. A UUID is one; any other has neither a space nor a sign of an address, and nowhere as many digits together as a phone
    /// number has; it is no JSON web token, and does not begin as the keys of well-known services do.
    /// </summary>
    internal static bool IsOne(string id)
    {
        return id.Length <= Longest && id.Any(IsLetter) && (IsUuid(id) || (!IsKey(id) && !HasNumber(id) && id.All(c => IsLetter(c) || IsDigit(c) || IsJoint(c))));
    }

    /// <summary>Whether it is a UUID, which is nobody's number and no key.</summary>
    internal static bool IsUuid(string id)
    {
        if (id.Length != UuidLength)
        {
            return false;
        }

        for (var i = 0; i < id.Length; i++)
        {
            bool isHex = IsDigit(id[i]) || id[i] is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
            if (i is 8 or 13 or 18 or 23 ? id[i] != '-' : !isHex)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsKey(string id) =>
        id.StartsWith("eyJ", StringComparison.Ordinal) || id.StartsWith("sk_", StringComparison.Ordinal) || id.StartsWith("sk-", StringComparison.Ordinal)
        || id.StartsWith("pk_", StringComparison.Ordinal) || id.StartsWith("ghp_", StringComparison.Ordinal) || id.StartsWith("xox", StringComparison.Ordinal);

    private static bool HasNumber(string id)
    {
        var digits = 0;
        foreach (char c in id)
        {
            digits = IsDigit(c) ? digits + 1 : IsJoint(c) ? digits : 0;
            if (digits >= PhoneDigits)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsJoint(char c) => c is '-' or '_' or '.' or ':' or '|';
}
