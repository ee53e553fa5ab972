using System.Reflection;
using System.Reflection.Emit;

namespace VendorErrors.Tests.Cli;

/// <summary>A file with <c>public class Sound { public static Vendor Vendor => Vendor.Dexatel; }</c>, made into an assembly.</summary>
internal sealed class SoundAssembly : IDisposable
{
    internal SoundAssembly()
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Acme.Sound"), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("Acme.Sound").DefineType("Acme.Sound", TypeAttributes.Public);
        MethodBuilder getter = type.DefineMethod("get_Vendor", MethodAttributes.Public | MethodAttributes.Static, typeof(Vendor), Type.EmptyTypes);
        getter.GetILGenerator().Emit(OpCodes.Call, typeof(Vendor).GetProperty(nameof(Vendor.Dexatel))!.GetMethod!);
        getter.GetILGenerator().Emit(OpCodes.Ret);
        type.DefineProperty("Vendor", PropertyAttributes.None, typeof(Vendor), null).SetGetMethod(getter);
        type.CreateType();
        assembly.Save(File);
    }

    internal string File { get; } = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.dll");

    public void Dispose() => System.IO.File.Delete(File);
}
