using System.Text.Json.Serialization;

namespace VendorErrors.Benchmarks.Comparators;

/// <summary>Source-generated serialization: the quickest that the framework has.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerPoco))]
[JsonSerializable(typeof(ErrorPocos.Talkdesk))]
[JsonSerializable(typeof(ErrorPocos.Dialnexa))]
[JsonSerializable(typeof(ErrorPocos.Dexatel))]
[JsonSerializable(typeof(ErrorPocos.Yeastar))]
[JsonSerializable(typeof(ErrorPocos.EightByEight))]
internal sealed partial class PocoContext : JsonSerializerContext;
