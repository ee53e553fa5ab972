using System.Reflection;

namespace VendorErrors.Packages.Tests.PublicApi;

/// <summary>The declaration of a member.</summary>
internal static class MemberLine
{
    public static IEnumerable<string> Of(MemberInfo member) => Write(member) is { } line ? [Attributes.Of(member) + line] : [];

    private static string? Write(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } field => $"{Access(field.IsPublic)} const {Signature.TypeOf(field)} {field.Name} = {Literal.Of(field.FieldType, field.GetRawConstantValue())}",
        FieldInfo field => $"{Access(field.IsPublic)} {(field.IsStatic ? "static " : string.Empty)}{(field.IsInitOnly ? "readonly " : string.Empty)}{Signature.TypeOf(field)} {field.Name}",
        ConstructorInfo { IsStatic: true } => null,
        ConstructorInfo constructor => $"{Access(constructor.IsPublic)} {TypeName.Of(constructor.DeclaringType!)}({Signature.Parameters(constructor)})",
        MethodInfo method => $"{Modifiers(method)}{Signature.Of(method)}",
        PropertyInfo property => Write(property),
        EventInfo @event => $"{Modifiers(@event.AddMethod!)}event {TypeName.Of(@event.EventHandlerType!)} {@event.Name}",
        _ => null,
    };

    private static string Write(PropertyInfo property)
    {
        MethodInfo accessor = property.GetAccessors(nonPublic: true).First(ApiText.IsVisible);
        string required = Attributes.Has(property, "RequiredMemberAttribute") ? "required " : string.Empty;
        string indexer = Signature.Parameters(property);
        string get = property.GetMethod is { } getter && ApiText.IsVisible(getter) ? " get;" : string.Empty;
        string set = property.SetMethod is { } setter && ApiText.IsVisible(setter) ? IsInit(setter) ? " init;" : " set;" : string.Empty;
        return $"{Modifiers(accessor)}{required}{Signature.TypeOf(property)} {(indexer.Length > 0 ? $"this[{indexer}]" : property.Name)} {{{get}{set} }}";
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static string Modifiers(MethodInfo method)
    {
        string access = method.DeclaringType!.IsInterface ? string.Empty : Access(method.IsPublic) + " ";
        return access + method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => method.DeclaringType.IsInterface ? string.Empty : "abstract ",
            { IsVirtual: true } when !method.Attributes.HasFlag(MethodAttributes.NewSlot) => method.IsFinal ? "sealed override " : "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => string.Empty,
        };
    }

    private static string Access(bool isPublic) => isPublic ? "public" : "protected";
}
