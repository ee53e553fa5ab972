#if !NET
namespace System.Diagnostics.CodeAnalysis;

/// <summary>Null-state attribute that .NET Standard lacks.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
internal sealed class MemberNotNullWhenAttribute(bool returnValue, params string[] members) : Attribute
{
    public bool ReturnValue { get; } = returnValue;

    public string[] Members { get; } = members;
}
#endif
