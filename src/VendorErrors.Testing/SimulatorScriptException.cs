namespace VendorErrors.Testing;

/// <summary>A script that cannot be played. The message is one line: where, what is wrong, and what is right.</summary>
public sealed class SimulatorScriptException : FormatException
{
    /// <summary>Creates an exception.</summary>
    public SimulatorScriptException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">One line.</param>
    public SimulatorScriptException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">One line.</param>
    /// <param name="innerException">What caused it.</param>
    public SimulatorScriptException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
