namespace VendorErrors;

/// <summary>What an event is about.</summary>
public enum EventKind
{
    /// <summary>Nothing that the vendor's definition knows.</summary>
    Unknown = 0,

    /// <summary>A call, or one leg of one.</summary>
    Call = 1,

    /// <summary>A message: SMS, chat, fax, e-mail.</summary>
    Message = 2,

    /// <summary>A session of several steps, such as a call flow or a verification.</summary>
    Session = 3,

    /// <summary>A phone number: an order, a port, a look-up.</summary>
    Number = 4,
}
