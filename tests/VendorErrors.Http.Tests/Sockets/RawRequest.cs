namespace VendorErrors.Http.Tests.Sockets;

/// <summary>A request that a <see cref="RawVendor"/> received whole.</summary>
/// <param name="Connection">The number of its connection, from 1.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">The headers by name, case-insensitive; several of one name are joined with a comma.</param>
/// <param name="Body">The body, chunks joined, as Latin-1.</param>
internal sealed record RawRequest(int Connection, string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
