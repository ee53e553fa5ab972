using System.Text.Json.Serialization;

namespace VendorErrors.Benchmarks.Comparators;

/// <summary>One class a vendor, with no member more than the error needs.</summary>
internal static class ErrorPocos
{
    internal sealed class Talkdesk
    {
        public int StatusCode { get; set; }

        public string? Message { get; set; }

        public TalkdeskField? Payload { get; set; }
    }

    internal sealed class TalkdeskField
    {
        public string? Field { get; set; }
    }

    internal sealed class Dialnexa
    {
        public int StatusCode { get; set; }

        public List<string>? Message { get; set; }
    }

    internal sealed class Dexatel
    {
        public List<DexatelError>? Errors { get; set; }
    }

    internal sealed class DexatelError
    {
        public string? Message { get; set; }

        public int Code { get; set; }
    }

    internal sealed class Yeastar
    {
        public int Errcode { get; set; }

        public string? Errmsg { get; set; }

        [JsonPropertyName("invalid_param_list")]
        public List<YeastarField>? InvalidParamList { get; set; }
    }

    internal sealed class YeastarField
    {
        public string? Field { get; set; }
    }

    internal sealed class EightByEight
    {
        public int Code { get; set; }

        public string? Message { get; set; }

        public string? ErrorId { get; set; }
    }
}
