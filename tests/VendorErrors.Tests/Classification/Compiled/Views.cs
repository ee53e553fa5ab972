using System.Text;
using VendorErrors.Json;

namespace VendorErrors.Tests.Classification.Compiled;

/// <summary>A body read for the paths of a tree, for tests of what looks at it.</summary>
internal static class Views
{
    internal static JsonView Of(string json, PathTree paths)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        var slots = new JsonSlot[paths.SlotCount];
        paths.Read(bytes, slots, out _);
        return new JsonView(bytes, slots);
    }

    internal static string TextOf(in JsonView view, JsonSlot slot) => Encoding.UTF8.GetString(slot.Of(view.Json));
}
