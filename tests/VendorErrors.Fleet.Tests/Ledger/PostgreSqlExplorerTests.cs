namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>The protocol on PostgreSQL.</summary>
public class PostgreSqlExplorerTests(ITestOutputHelper output) : StoreExplorerTests("postgresql", isQuick: false, output);
