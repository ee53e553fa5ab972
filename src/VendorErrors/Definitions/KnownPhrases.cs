using static VendorErrors.ErrorCategory;

namespace VendorErrors.Definitions;

/// <summary>Whole phrases that mean one thing whoever says them, so that a generic HTTP status may be refined by them.</summary>
internal static class KnownPhrases
{
    /// <summary>
    /// A gateway's 403 may be a used-up quota: Azure API Management says so in the first three
    /// (learn.microsoft.com/azure/api-management/api-management-error-handling-policies).
    /// </summary>
    internal static IReadOnlyList<TextRule> QuotaUsedUp { get; } = Of(
        QuotaExhausted,
        ["out of call volume quota", "out of call quota", "out of bandwidth quota", "quota will be replenished", "quota exceeded", "quota is exceeded", "quota has been exceeded", "quota was exceeded",
         "exceeded quota", "exceeded the quota", "exceeded your quota", "exceeds quota", "exceeds the quota", "exceeds your quota", "over quota", "quota limit reached", "quota limit exceeded",
         "quota reached", "quota has been reached", "quota exhausted", "quota is exhausted", "quota has been exhausted", "quota used up", "quota is used up", "out of quota", "no quota left", "insufficient quota"]);

    /// <summary>
    /// A database refused a second record of one key, and the program passed on its words: Prisma's P2002 (www.prisma.io/docs/reference/api-reference/error-reference),
    /// PostgreSQL 23505, MySQL and MariaDB 1062, SQL Server 2627 and 2601, Oracle ORA-00001, SQLite, MongoDB E11000, and what programs print of it.
    /// </summary>
    /// <remarks>
    /// SQL0803N and "already exists" after PostgreSQL's key: messages quoted in openstack/oslo.db, oslo_db/sqlalchemy/exc_filters.py.
    /// SequelizeUniqueConstraintError, "must be unique", "unique violation": sequelize/sequelize, lib/errors/validation/unique-constraint-error.js and
    /// packages/core/src/abstract-dialect/query.ts; "Unique violation" also PHP's PDO, php/php-src, ext/pdo/pdo_sqlstate.c, which writes SQLSTATE[23505].
    /// UniqueConstraintViolationException: doctrine/dbal, src/Exception, and laravel/framework, src/Illuminate/Database.
    /// "unique constraint violation": magento/magento2, AlreadyExistsException.php. "unique constraint violated": SAP HANA, SAP Knowledge Base Article 2749478.
    /// UniqueViolation: psycopg2.errors, www.psycopg.org/docs/errors.html. SQLSTATE 23505: jackc/pgx, pgconn/errors.go.
    /// </remarks>
    internal static IReadOnlyList<TextRule> UniqueConstraint { get; } = Of(
        ErrorCategory.AlreadyExists,
        ["P2002", "unique constraint failed", "violates unique constraint", "violation of unique key constraint", "violation of primary key constraint", "cannot insert duplicate key",
         "duplicate key", "duplicate entry", "ORA-00001", "E11000", "SQL0803N", "SequelizeUniqueConstraintError", "UniqueConstraintViolationException", "unique constraint violation", "unique constraint violated",
         "unique violation", "UniqueViolation", "SQLSTATE 23505", "SQLSTATE[23505]", "must be unique", "already exists"]);

    private static TextRule[] Of(ErrorCategory category, string[] phrases)
    {
        var rules = new TextRule[phrases.Length];
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] = new TextRule(phrases[i], category);
        }

        return rules;
    }
}
