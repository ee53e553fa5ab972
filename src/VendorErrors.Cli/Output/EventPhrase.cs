namespace VendorErrors.Cli.Output;

/// <summary>What an event means in words for people.</summary>
internal static class EventPhrase
{
    internal static string Of(EventKind kind) => kind == EventKind.Unknown ? "event" : SnakeCase.Of(kind);

    internal static string Of(EventState state) => state == EventState.Unknown ? "of unknown state" : SnakeCase.Of(state).Replace('_', ' ');

    internal static string Of(Effect effect) => effect switch
    {
        Effect.None => "none: nobody was called or got it",
        Effect.Applied => "applied: it was dialed or sent",
        Effect.Partial => "partial: some of it was dialed or sent",
        _ => "unknown: it may have reached somebody",
    };

    internal static string Of(NextAttempt next) => SnakeCase.Of(next).Replace('_', ' ');

    internal static string Of(NextAttempt next, TimeSpan? delay) => $"{Of(next)}{(delay is { } wait ? $", after {WaitPhrase.Of(wait)}" : null)}: {Meaning(next)}";

    internal static string Meaning(NextAttempt next) => next switch
    {
        NextAttempt.NotNeeded => "what was wanted has happened",
        NextAttempt.Never => "none will get through, as to a wrong number or after an opt-out",
        NextAttempt.AfterChange => "something has to change first: a field, a balance, a permission",
        NextAttempt.Later => "in minutes to hours, as after busy or no answer, or while the vendor is down",
        NextAttempt.Soon => "in seconds, as when all lines were in use",
        _ => "nobody knows, or nobody knows yet",
    };
}
