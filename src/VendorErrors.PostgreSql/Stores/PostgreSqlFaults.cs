using Npgsql;

namespace VendorErrors.PostgreSql.Stores;

/// <summary>What a failure is called, by its number: never in the server's words, which may name hosts, users and values.</summary>
internal static class PostgreSqlFaults
{
    public const string ReadOnly = "PostgreSQL is read-only here, such as a standby; use the address of the primary";

    public static string KindOf(Exception e) => e is PostgresException { SqlState: var state }
        ? $"SQLSTATE {state}: {TextOf(state)}"
        : $"{e.GetType().Name}: PostgreSQL cannot be reached; check its address and port";

    /// <summary>What a SQLSTATE means for whoever runs the fleet.</summary>
    public static string TextOf(string state) => state switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "PostgreSQL refused the user or the password",
        PostgresErrorCodes.InvalidCatalogName => "the database of the connection string does not exist",
        PostgresErrorCodes.InsufficientPrivilege => "the user of PostgreSQL may not create or use the tables; grant it, or run the scripts of the package as another user",
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedColumn => "a table is missing; set MigrateAtStart, or run the scripts of the package",
        PostgresErrorCodes.ReadOnlySqlTransaction => ReadOnly,
        PostgresErrorCodes.DiskFull => "the disk of PostgreSQL is full",
        PostgresErrorCodes.TooManyConnections => "PostgreSQL has no connection left; raise max_connections, or make the pools smaller",
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => "PostgreSQL is starting or stopping",
        _ => "PostgreSQL refused the statement",
    };
}
