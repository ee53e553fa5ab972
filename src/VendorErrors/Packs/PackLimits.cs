namespace VendorErrors.Packs;

/// <summary>How much a pack may be: far more than any vendor needs, and little enough that reading one from elsewhere is bounded work.</summary>
internal static class PackLimits
{
    /// <summary>Bytes of a file.</summary>
    internal const int Bytes = 4 * 1024 * 1024;

    /// <summary>How deep its JSON may nest.</summary>
    internal const int Depth = 40;

    /// <summary>Rows of the catalog.</summary>
    internal const int Rows = 20_000;

    /// <summary>Members of one object; of codes there may be more.</summary>
    internal const int Members = 500;

    /// <summary>Entries of one list.</summary>
    internal const int Entries = 10_000;

    /// <summary>Characters of one text.</summary>
    internal const int Text = 8 * 1024;

    /// <summary>Characters of the name of a member, a code above all.</summary>
    internal const int Name = 256;

    /// <summary>How many faults are reported at once.</summary>
    internal const int Faults = 100;

    /// <summary>How deep conditions may nest.</summary>
    internal const int Conditions = 16;

    /// <summary>How many conditions one 'all' or 'any' combines. Each is a step deeper in what is made of them.</summary>
    internal const int Combined = 64;

    /// <summary>Conditions of all kinds in one pack.</summary>
    internal const int ConditionsInAll = 10_000;

    /// <summary>How many known names a message lists.</summary>
    internal const int Listed = 12;
}
