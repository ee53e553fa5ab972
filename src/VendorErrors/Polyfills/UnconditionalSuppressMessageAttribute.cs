#if !NET
namespace System.Diagnostics.CodeAnalysis;

/// <summary>Informs the trimmer of newer frameworks what is known to be safe; means nothing on this one.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class UnconditionalSuppressMessageAttribute(string category, string checkId) : Attribute
{
    public string Category { get; } = category;

    public string CheckId { get; } = checkId;

    public string? Justification { get; set; }
}
#endif
