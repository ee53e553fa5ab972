namespace VendorErrors.Testing.Scripts;

/// <summary>Reads an event that is sent later: <c>failed -2010 after 30s twice</c>. The word <c>event</c> is read already.</summary>
internal static class EventParser
{
    // What may follow an event; anything else after its state is a code.
    private static readonly string[] s_next = ["after", "late", "twice", "event", "before", "delay", "slow", "cut", "wait", "message"];

    internal static SimulatedEvent Parse(Words words)
    {
        EventState state = ReadState(words);
        string? code = words.IsAtEnd || Array.Exists(s_next, word => words.IsAt(word)) ? null : words.Read("the code");
        var sent = SimulatedEvent.Of(state, code);
        while (true)
        {
            if (words.IsAt("after", butNotBefore: "execution"))
            {
                _ = words.Read("after");
                sent = sent.After(words.ReadTime("the time after which it happens", isZeroAllowed: true));
            }
            else if (words.IsAt("late", butNotBefore: "execution"))
            {
                _ = words.Read("late");
                sent = sent.Late(words.ReadTime("how late it is", isZeroAllowed: true));
            }
            else if (words.TryRead("twice"))
            {
                sent = sent.Twice();
            }
            else
            {
                return sent;
            }
        }
    }

    private static EventState ReadState(Words words)
    {
        string word = words.Read("the state");
        return EventStateTable.All.FirstOrDefault(facts => string.Equals(SnakeCase.Of(facts.State), word.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))?.State
            ?? throw new SimulatorScriptException($"'{word}' is none of {string.Join(", ", EventStateTable.All.Select(facts => SnakeCase.Of(facts.State)))}");
    }
}
