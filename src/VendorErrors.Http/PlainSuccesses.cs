using System.Runtime.CompilerServices;
using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>
/// Notes on a response that it is a plain success, without an object for it: the response gets a version that equals its own but is
/// another instance, which leads to the outcome. Nearly all answers are plain successes, and an entry in a weak table would cost each
/// of them about as much as all the rest of the handler. Safe for use by several threads.
/// </summary>
internal sealed class PlainSuccesses
{
    private static readonly ConditionalWeakTable<Version, VendorOutcome> s_outcomes = new();

    private readonly object _lock = new();

    // A few for a vendor: its success codes, by HTTP version.
    private volatile Note[] _notes = [];

    /// <summary>What was noted on a response; null where nothing was.</summary>
    internal static VendorOutcome? Find(HttpResponseMessage response) =>
        s_outcomes.TryGetValue(response.Version, out VendorOutcome? outcome) && response.IsSuccessStatusCode ? outcome : null;

    /// <summary>Takes a note off.</summary>
    internal static void Clear(HttpResponseMessage response)
    {
        if (s_outcomes.TryGetValue(response.Version, out _))
        {
            response.Version = (Version)response.Version.Clone();
        }
    }

    /// <summary>Puts a note on.</summary>
    internal void Mark(HttpResponseMessage response, in VendorResult success)
    {
        foreach (Note note in _notes)
        {
            if (note.Outcome.Result == success && note.Version == response.Version)
            {
                response.Version = note.Version;
                return;
            }
        }

        response.Version = Add(response.Version, success);
    }

    private Version Add(Version version, in VendorResult success)
    {
        var outcome = new VendorOutcome(success, RetryPolicy.Decide(success, default), NotBefore: null);
        var note = new Note((Version)version.Clone(), outcome);
        s_outcomes.Add(note.Version, outcome);
        lock (_lock)
        {
            _notes = [.. _notes, note];
        }

        return note.Version;
    }

    private sealed record Note(Version Version, VendorOutcome Outcome);
}
