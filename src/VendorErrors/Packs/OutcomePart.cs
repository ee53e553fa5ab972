using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads a member that says more than the code does.</summary>
internal static class OutcomePart
{
    internal static readonly string[] Members = ["when", "is", "effect", "basis", "note"];

    internal static OutcomeRule? Read(ref PackCursor json)
    {
        int start = json.Position;
        if (!json.BeginObject("an outcome"))
        {
            return null;
        }

        Condition? when = null;
        Meaning? meaning = null;
        Effect? effect = null;
        var basis = Basis.Documented;
        while (json.NextMember())
        {
            if (json.Is("when"u8))
            {
                when = PackValues.Condition(ref json);
            }
            else if (json.Is("is"u8))
            {
                meaning = Meaning.Read(ref json, mayBeFailure: true);
            }
            else if (json.Is("effect"u8))
            {
                effect = (Effect)PackValues.Word(ref json, PackWords.Effects);
            }
            else if (json.Is("basis"u8))
            {
                basis = (Basis)PackValues.Word(ref json, PackWords.Bases);
            }
            else if (json.Is("note"u8))
            {
                _ = json.Text();
            }
            else
            {
                json.Unknown(Members);
            }
        }

        if (when is null || meaning is null)
        {
            json.Missing(start, when is null ? "when" : "is", "an outcome needs 'when' and 'is'");
            return null;
        }

        return new OutcomeRule(when, meaning.Outcome) { Category = meaning.Category, Effect = effect, Basis = basis };
    }
}
