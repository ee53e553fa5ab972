using System.Globalization;

namespace FiveVendors.Fleet;

/// <summary>A message of the queue.</summary>
/// <param name="Number">Its number.</param>
/// <param name="CreatedAt">When it was put into the queue.</param>
internal sealed record FleetMessage(int Number, DateTimeOffset CreatedAt)
{
    /// <summary>What it is known by in the ledger.</summary>
    public string CallId => string.Create(CultureInfo.InvariantCulture, $"campaign-{CreatedAt:yyyyMMdd-HHmmss-fff}/message-{Number}");

    /// <summary>Whom it is about.</summary>
    public string Customer => string.Create(CultureInfo.InvariantCulture, $"+493000000{Number}");

    internal static FleetMessage Parse(string line)
    {
        string[] words = line.Split(' ');
        return new FleetMessage(int.Parse(words[0], CultureInfo.InvariantCulture), DateTimeOffset.Parse(words[1], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {CreatedAt:O}");
}
