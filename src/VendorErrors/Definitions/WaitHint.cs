namespace VendorErrors.Definitions;

/// <summary>
/// A place of the vendor's own where it says how long to wait, where there is no <c>Retry-After</c>. It counts for errors of the group
/// <see cref="ErrorGroup.Limit"/> and under HTTP 425 and 429, for on other errors it mostly says when a window ends; see <see cref="Always"/>. Immutable.
/// </summary>
public sealed class WaitHint
{
    private WaitHint(WaitSource source, ValueSource place, WaitUnit unit)
    {
        Source = source;
        Place = place;
        Unit = unit;
    }

    /// <summary>Header, body member or message.</summary>
    public WaitSource Source { get; }

    /// <summary>The header, the member, or the texts of the message around the number.</summary>
    public ValueSource Place { get; }

    /// <summary>The header's name, the member's path, or <c>message</c>.</summary>
    public string Name => Place.Header ?? (Place.List is { } list ? $"{list}[].{Place.Path}" : Place.Path);

    /// <summary>The member that holds the wait, where the header's value is JSON: the greatest value of this name counts, at any depth.</summary>
    /// <value>Default: <see langword="null"/>, the value is the wait itself.</value>
    public string? Member { get; private init; }

    /// <summary>The unit of its value.</summary>
    public WaitUnit Unit { get; }

    /// <summary>Whether it is about the very answer that carries it, and counts for every error that is retried after a wait.</summary>
    /// <value>Default: it counts where a limit was reached.</value>
    public bool Always { get; private init; }

    /// <summary>The same place, with or without the condition that a limit was reached.</summary>
    /// <param name="always">See <see cref="Always"/>.</param>
    public WaitHint With(bool always) => new(Source, Place, Unit) { Member = Member, Always = always };

    /// <summary>A response header; a suffixed form of it (<c>Name-short</c>) counts too.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="unit">The unit of its value.</param>
    public static WaitHint Header(string name, WaitUnit unit) => new(WaitSource.VendorHeader, ValueSource.FromHeader(name), unit);

    /// <summary>A response header whose value is JSON with the wait in a member.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="member">The name of the member, at any depth; the greatest of several counts.</param>
    /// <param name="unit">The unit of its value.</param>
    public static WaitHint HeaderJson(string name, string member, WaitUnit unit) => new(WaitSource.VendorHeader, ValueSource.FromHeader(name), unit) { Member = member };

    /// <summary>A member of a body.</summary>
    /// <param name="place">Its path, or another place in the body.</param>
    /// <param name="unit">The unit of its value.</param>
    public static WaitHint BodyField(ValueSource place, WaitUnit unit) => new(WaitSource.BodyField, place, unit);

    /// <summary>A number in a message between two texts, whose unit the sentence does not say.</summary>
    /// <param name="after">The text before the number, case-insensitive.</param>
    /// <param name="before">The text after it.</param>
    /// <param name="unit">Its unit.</param>
    public static WaitHint Message(string after, string before, WaitUnit unit) =>
        new(WaitSource.MessageText, new ValueSource("message") { After = after, Before = before }, unit);
}
