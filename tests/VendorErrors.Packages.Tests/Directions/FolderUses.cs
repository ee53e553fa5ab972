using Mono.Cecil;
using Mono.Cecil.Cil;

namespace VendorErrors.Packages.Tests.Directions;

/// <summary>
/// Every use of one folder's type in another folder's code, read from a compiled library: base types, fields, signatures and bodies. Constants and
/// <c>nameof</c> leave nothing in an assembly and are not seen.
/// </summary>
internal sealed class FolderUses
{
    private readonly HashSet<FolderUse> _found = [];
    private readonly SourceFolders _folders;
    private readonly ModuleDefinition _module;

    private FolderUses(ModuleDefinition module, SourceFolders folders)
    {
        (_module, _folders) = (module, folders);
        foreach (TypeDefinition type in module.GetTypes())
        {
            if (_folders.OfType(NameOf(type)) is { } folder)
            {
                AddType(type, folder);
            }
        }
    }

    internal static IReadOnlyCollection<FolderUse> Of(string library)
    {
        using ModuleDefinition module = Read(library);
        return new FolderUses(module, new SourceFolders(library))._found;
    }

    /// <summary>The types that are nested in no other and have no file of their name.</summary>
    internal static IReadOnlyList<string> TypesWithoutAFile(string library)
    {
        using ModuleDefinition module = Read(library);
        var folders = new SourceFolders(library);
        return [.. module.Types.Where(type => type.Namespace.StartsWith("VendorErrors", StringComparison.Ordinal) && !type.Name.Contains('<', StringComparison.Ordinal) && !folders.HasFileOf(NameOf(type))).Select(type => type.FullName)];
    }

    private static ModuleDefinition Read(string library) =>
        ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{library}.dll"), new ReaderParameters { ReadSymbols = true });

    private void AddType(TypeDefinition type, string folder)
    {
        string user = NameOf(type);
        TypeReference?[] used = [type.BaseType, .. type.Interfaces.Select(one => one.InterfaceType), .. type.Fields.Select(field => field.FieldType), .. Constraints(type)];
        Add(folder, user, used);
        foreach (MethodDefinition method in type.Methods)
        {
            AddMethod(method, folder, $"{user}.{method.Name}");
        }
    }

    private void AddMethod(MethodDefinition method, string typesFolder, string user)
    {
        // A type may be in parts, so the lines say where the code is; what has no line is in the file of the type.
        Dictionary<int, SequencePoint> lines = method.DebugInformation.SequencePoints.Where(line => !line.IsHidden).ToDictionary(line => line.Offset);
        string folder = typesFolder;
        if (!method.IsConstructor && method.DebugInformation.SequencePoints.FirstOrDefault(line => !line.IsHidden) is { } first)
        {
            folder = _folders.OfFile(first.Document.Url) ?? folder;
        }

        Add(folder, user, [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. Constraints(method)]);
        if (!method.HasBody)
        {
            return;
        }

        Add(folder, user, [.. method.Body.Variables.Select(variable => variable.VariableType), .. method.Body.ExceptionHandlers.Select(handler => handler.CatchType)]);
        foreach (Instruction instruction in method.Body.Instructions)
        {
            folder = lines.TryGetValue(instruction.Offset, out SequencePoint? line) ? _folders.OfFile(line.Document.Url) ?? folder : folder;
            Add(folder, user, Operands(instruction));
        }
    }

    private static TypeReference?[] Operands(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. method is GenericInstanceMethod generic ? generic.GenericArguments : []],
        _ => [],
    };

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private void Add(string folder, string user, TypeReference?[] used)
    {
        foreach (TypeReference type in used.SelectMany(Parts))
        {
            if (type.Scope == _module && _folders.OfType(NameOf(type)) is { } other && other != folder)
            {
                _found.Add(new FolderUse(folder, other, user, NameOf(type)));
            }
        }
    }

    /// <summary>The types that a type is made of: a list of errors is a list and an error.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        IModifierType modified => [.. Parts(modified.ModifierType), .. Parts(modified.ElementType)],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    /// <summary>The name of the type, or of the one around it, without the number of its type parameters.</summary>
    private static string NameOf(TypeReference type)
    {
        TypeReference outer = type;
        while (outer.DeclaringType is { } around)
        {
            outer = around;
        }

        return outer.Name.Split('`')[0];
    }
}
