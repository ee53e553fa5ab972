using System.Globalization;

namespace VendorErrors.Classification.Waits;

/// <summary>
/// Reads the header <c>RateLimit</c> of the IETF's drafts (draft-ietf-httpapi-ratelimit-headers): a list of policies, each with what
/// remains and when it resets, as in <c>"default";r=0;t=30</c>; the older form is <c>limit=10, remaining=0, reset=30</c>.
/// </summary>
internal static class RateLimitHeader
{
    internal const string Name = "RateLimit";

    /// <summary>The longest time until a policy resets of which nothing remains; null where all have something left, or none says when.</summary>
    internal static TimeSpan? Read(string value)
    {
        bool isOlder = value.IndexOf(';') < 0;
        TimeSpan? longest = null;
        foreach (string policy in isOlder ? [value] : value.Split(','))
        {
            TimeSpan? reset = null;
            var remains = false;
            foreach (string parameter in policy.Split(isOlder ? ',' : ';'))
            {
                int sign = parameter.IndexOf('=');
                string name = sign < 0 ? string.Empty : parameter[..sign].Trim();
                bool isNumber = double.TryParse(sign < 0 ? string.Empty : parameter[(sign + 1)..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number);
                remains |= number > 0 && name is ("r" or "remaining");
                reset = isNumber && name is ("t" or "reset") ? WaitBounds.Check(number * 1000) : reset;
            }

            longest = remains ? longest : WaitBounds.Longer(longest, reset);
        }

        return longest;
    }
}
