namespace VendorErrors.Testing.Simulation;

/// <summary>A request as it arrives, whichever way it came.</summary>
internal sealed record ReceivedRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Path => Address.AbsolutePath;

    public IReadOnlyDictionary<string, string> Query
    {
        get
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (string part in Address.Query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries))
            {
                int equals = part.IndexOf('=');
                string name = equals < 0 ? part : part[..equals];
                values[Uri.UnescapeDataString(name)] = equals < 0 ? string.Empty : Uri.UnescapeDataString(part[(equals + 1)..].Replace('+', ' '));
            }

            return values;
        }
    }
}
