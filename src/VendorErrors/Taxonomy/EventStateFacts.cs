namespace VendorErrors;

/// <summary>All that follows from the state of an event alone: one line of <see cref="EventStateTable"/>.</summary>
/// <param name="State">The state.</param>
/// <param name="Outcome">Whether what was asked came about.</param>
/// <param name="IsFinal">Whether nothing else follows, as a rule.</param>
/// <param name="Effect">What happened to the call or message.</param>
/// <param name="NextAttempt">Whether another attempt may get through; of an end with a category, that says it.</param>
/// <param name="Category">What went wrong, where nothing says more; null where the state says all.</param>
/// <param name="Meaning">The state in a few words.</param>
internal sealed record EventStateFacts(EventState State, VendorOutcome Outcome, bool IsFinal, Effect Effect, NextAttempt NextAttempt, ErrorCategory? Category, string Meaning);
