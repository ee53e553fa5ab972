namespace VendorErrors.Testing.Conformance;

/// <summary>Random damage to a body. The same random numbers do the same damage.</summary>
internal static class Damage
{
    private static readonly byte[] s_bytes = "{}[]\",:\\/*0-.eEtnu \n\t\0\u0001"u8.ToArray();

    /// <summary>The body with up to three bytes put in, taken out, overwritten or doubled, or cut off.</summary>
    internal static byte[] Apply(byte[] body, Random random)
    {
        var bytes = new List<byte>(body);
        for (int times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, s_bytes[random.Next(s_bytes.Length)]);
                    break;
                case 2:
                    bytes[at] = s_bytes[random.Next(s_bytes.Length)];
                    break;
                case 3:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 4:
                    int length = Math.Min(random.Next(1, 12), bytes.Count - at);
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
