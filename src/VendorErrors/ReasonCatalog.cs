using VendorErrors.Classification.Events;
using VendorErrors.Definitions;
using VendorErrors.Json;
using VendorErrors.Packs;

namespace VendorErrors;

/// <summary>
/// Reasons that many vendors share: SIP responses, Q.850 causes, and the delivery errors of SMPP and GSM. What each means for a call or message, with the
/// document that says so. Immutable and safe for use by several threads; read when it is first used.
/// </summary>
/// <example>
/// <code>
/// EventRow? reason = ReasonCatalog.Sip.Find("486");
/// bool isBusy = reason?.State == EventState.Busy;
/// </code>
/// </example>
public sealed class ReasonCatalog
{
    private readonly Lazy<ReasonCatalogContent> _content;
    private readonly Lazy<EventRowIndex> _index;

    private ReasonCatalog(string id)
    {
        Id = id;
        _content = new Lazy<ReasonCatalogContent>(() => BuiltInPacks.ReadReasons(id));
        _index = new Lazy<EventRowIndex>(() => new EventRowIndex(Sections.SelectMany(section => section.Rows), new PathTree()));
    }

    /// <summary>Responses of SIP (RFC 3261 and the registry of IANA).</summary>
    public static ReasonCatalog Sip { get; } = new("sip");

    /// <summary>Causes of the telephone network (ITU-T Q.850), by number and by the names that programs give them.</summary>
    public static ReasonCatalog Q850 { get; } = new("q850");

    /// <summary>States and errors of SMPP, by which text messages are handed on.</summary>
    public static ReasonCatalog Smpp { get; } = new("smpp");

    /// <summary>Delivery errors of GSM networks.</summary>
    public static ReasonCatalog Gsm { get; } = new("gsm");

    /// <summary>All catalogs.</summary>
    public static IReadOnlyList<ReasonCatalog> All { get; } = [Sip, Q850, Smpp, Gsm];

    /// <summary>The short id, by which packs name it.</summary>
    public string Id { get; }

    /// <summary>The name for people.</summary>
    public string Name => _content.Value.Name;

    /// <summary>What it holds, in a sentence.</summary>
    public string Summary => _content.Value.Summary;

    /// <summary>Its rows, each section from one document.</summary>
    public IReadOnlyList<ReasonSection> Sections => _content.Value.Sections;

    /// <summary>What a code means; <see langword="null"/> where it is not listed. Never throws.</summary>
    /// <param name="code">The code as text, such as <c>486</c>; case does not count.</param>
    public EventRow? Find(string? code) => code is null ? null : _index.Value.Find(code, default);

    /// <summary>What the first code of a SIP Reason header means that is listed (RFC 3326): <c>Q.850;cause=16;text="Terminated"</c>. Never throws.</summary>
    /// <param name="header">The value of the header.</param>
    /// <returns>The row, or <see langword="null"/> where no code of it is listed.</returns>
    public static EventRow? FindReasonHeader(string? header) =>
        header is null ? null : ReasonHeaderValue.Read(header).Select(reason => Of(reason.Catalog)?.Find(reason.Code)).FirstOrDefault(row => row is not null);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>The catalog of an id; null where there is none.</summary>
    internal static ReasonCatalog? Of(string id)
    {
        foreach (ReasonCatalog catalog in All)
        {
            if (string.Equals(catalog.Id, id, StringComparison.Ordinal))
            {
                return catalog;
            }
        }

        return null;
    }
}
