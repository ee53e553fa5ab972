namespace VendorErrors.Json;

/// <summary>A JSON body together with the places of the values that a definition looks at.</summary>
internal readonly ref struct JsonView(ReadOnlySpan<byte> json, ReadOnlySpan<JsonSlot> slots)
{
    private static readonly JsonSlot[] s_missing = new JsonSlot[1];

    private readonly ReadOnlySpan<JsonSlot> _slots = slots;

    public ReadOnlySpan<byte> Json { get; } = json;

    // By reference: a copy would have to wait until the machine has put together the parts that were just written.
    public ref readonly JsonSlot this[int slot] => ref slot < _slots.Length ? ref _slots[slot] : ref s_missing[0];

    /// <summary>The first of several values that is there and not null; the first that is there at all, failing that.</summary>
    public JsonSlot FirstOf(ReadOnlySpan<int> slots, out int index)
    {
        index = -1;
        for (var i = 0; i < slots.Length; i++)
        {
            JsonSlot slot = this[slots[i]];
            if (slot.HasValue)
            {
                index = i;
                return slot;
            }

            if (slot.IsPresent && index < 0)
            {
                index = i;
            }
        }

        return index < 0 ? default : this[slots[index]];
    }

    public string? Text(int slot) => slot < 0 ? null : JsonText.Read(Json, this[slot]);

    public string? Text(JsonSlot slot) => JsonText.Read(Json, slot);

    /// <summary>The first of several values that is a text or a number.</summary>
    public string? FirstText(ReadOnlySpan<int> slots)
    {
        foreach (int slot in slots)
        {
            if (this[slot].Kind is JsonKind.Text or JsonKind.Number)
            {
                return Text(slot);
            }
        }

        return null;
    }

    public bool TryInt64(int slot, out long number)
    {
        number = 0;
        return slot >= 0 && JsonText.TryReadInt64(Json, this[slot], out number);
    }

    public bool TryInt64(JsonSlot slot, out long number) => JsonText.TryReadInt64(Json, slot, out number);

    /// <summary>Whether a value is just these ASCII characters.</summary>
    public bool EqualsExactly(JsonSlot slot, string ascii)
    {
        ReadOnlySpan<byte> bytes = slot.Of(Json);
        if (slot.Escaped || bytes.Length != ascii.Length)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != ascii[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a value is one of these texts, case-insensitive; a space counts as an underscore.</summary>
    public bool IsOneOf(int slot, string[] texts)
    {
        ref readonly JsonSlot value = ref this[slot];
        if (value.Kind is not (JsonKind.Text or JsonKind.Number))
        {
            return false;
        }

        foreach (string text in texts)
        {
            if (JsonText.EqualsIgnoreCase(Json, value, text, blankIsUnderscore: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a list, an object or a text holds anything.</summary>
    public bool IsNotEmpty(int slot)
    {
        ref readonly JsonSlot value = ref this[slot];
        return value.Kind switch
        {
            JsonKind.Text => value.Length > 0,
            JsonKind.Array => new JsonElements(value.Of(Json)).HasAny(),
            JsonKind.Object => value.Of(Json).IndexOf((byte)'"') >= 0,
            _ => false,
        };
    }
}
