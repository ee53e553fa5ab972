using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.LookUps;

/// <summary>An operation of a vendor that shows what it did. One object for each simulated vendor.</summary>
internal interface ILookUp
{
    /// <summary>Whether a request asks for it.</summary>
    bool IsFor(ReceivedRequest request);

    /// <summary>What it shows now.</summary>
    ComposedResponse Answer(LookUpRequest request);
}
