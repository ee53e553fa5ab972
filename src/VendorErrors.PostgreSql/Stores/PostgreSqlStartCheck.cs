using Microsoft.Extensions.Options;
using VendorErrors.Http;

namespace VendorErrors.PostgreSql.Stores;

/// <summary>Nothing but a place for the question at the start of a host whether PostgreSQL can be used, and for the migration.</summary>
internal sealed class PostgreSqlStartCheck
{
    internal sealed class Validator(PostgreSqlDiagnosis diagnosis, IOptions<VendorErrorsPostgreSqlOptions> options) : IValidateOptions<PostgreSqlStartCheck>
    {
        public ValidateOptionsResult Validate(string? name, PostgreSqlStartCheck check)
        {
            if (options.Value is { CheckAtStart: false, MigrateAtStart: false })
            {
                return ValidateOptionsResult.Success;
            }

            // Off the context: its thread is blocked here.
            string? fault = Task.Run(() => diagnosis.FindFaultAsync(isStart: true)).GetAwaiter().GetResult();
            return fault is null || !options.Value.CheckAtStart ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(fault);
        }
    }
}
