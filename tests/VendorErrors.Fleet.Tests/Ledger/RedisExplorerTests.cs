namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>The protocol on Redis.</summary>
public class RedisExplorerTests(ITestOutputHelper output) : StoreExplorerTests("redis", isQuick: true, output);
