using System.Text;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Makes a vendor of a pack that is not of this library, after all checks that a definition has to pass.</summary>
internal static class PackLoader
{
    // Throws on what is no UTF-8.
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static Vendor Load(byte[] utf8, string fileName)
    {
        PackContent content = Read(utf8, out List<PackFault> faults);
        return faults.Count == 0 ? new Vendor(content.Id, () => content) : throw new VendorPackException(fileName, [.. faults.Select(fault => fault.ToString(fileName))]);
    }

    /// <summary>Reads a pack with everything that can be wrong with it.</summary>
    internal static PackContent Read(ReadOnlySpan<byte> utf8, out List<PackFault> faults)
    {
        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (FaultOf(utf8) is { } fault)
        {
            faults = [fault];
            return new PackContent();
        }

        Dictionary<object, PackPlace> places = [];

        // The answers are read too, so that a file that is taken is good as a whole.
        PackContent content = PackReader.Read(utf8, isWhole: true, out faults, places);
        if (faults.Count == 0)
        {
            foreach (DefinitionFault found in DefinitionCheck.FaultsOf(content.Id, content.Definition).Concat(EventCheck.FaultsOf(content.Events)).Take(PackLimits.Faults))
            {
                faults.Add(found.Part is { } part && places.TryGetValue(part, out PackPlace place)
                    ? new PackFault(PackPath.LineOf(utf8, place.Position), place.Path, found.Text)
                    : new PackFault(0, string.Empty, found.Text));
            }
        }

        return content;
    }

    // What is wrong with the file as a whole.
    private static PackFault? FaultOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > PackLimits.Bytes)
        {
            return new PackFault(0, string.Empty, $"the file has more than {PackLimits.Bytes / (1024 * 1024)} MB, which is more than any pack needs");
        }

        if (utf8.IsEmpty)
        {
            return new PackFault(0, string.Empty, "the file is empty");
        }

        return FindInvalid(utf8) is { } position ? new PackFault(PackPath.LineOf(utf8, position), string.Empty, "it is no UTF-8 here; save the file as UTF-8") : null;
    }

    // Where it is no UTF-8; null where all of it is.
    private static int? FindInvalid(ReadOnlySpan<byte> utf8)
    {
        try
        {
            _ = s_strict.GetCharCount(utf8.ToArray());
            return null;
        }
        catch (DecoderFallbackException exception)
        {
            return Math.Max(0, exception.Index);
        }
    }
}
