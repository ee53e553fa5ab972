namespace VendorErrors;

/// <summary>
/// Whether another attempt of the program, a new call or message that it decides on, may get through. Never advice to send the same request again.
/// </summary>
public enum NextAttempt
{
    /// <summary>Not known, or not known yet.</summary>
    Undetermined = 0,

    /// <summary>What was wanted has happened.</summary>
    NotNeeded = 1,

    /// <summary>None will: a wrong number, an opt-out.</summary>
    Never = 2,

    /// <summary>Something has to change first: a field, a balance, a permission.</summary>
    AfterChange = 3,

    /// <summary>In minutes to hours: busy, no answer, switched off, vendor down.</summary>
    Later = 4,

    /// <summary>In seconds: all lines in use, too fast.</summary>
    Soon = 5,
}
