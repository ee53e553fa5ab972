using Microsoft.Extensions.Options;
using VendorErrors.Http;

namespace VendorErrors.Redis.Stores;

/// <summary>Nothing but a place for the question at the start of a host whether Redis can be used.</summary>
internal sealed class RedisStartCheck
{
    internal sealed class Validator(RedisDiagnosis diagnosis, IOptions<VendorErrorsRedisOptions> options) : IValidateOptions<RedisStartCheck>
    {
        public ValidateOptionsResult Validate(string? name, RedisStartCheck check)
        {
            if (!options.Value.CheckAtStart)
            {
                return ValidateOptionsResult.Success;
            }

            // Off the context: its thread is blocked here.
            string? fault = Task.Run(() => diagnosis.FindFaultAsync(isStart: true)).GetAwaiter().GetResult();
            return fault is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(fault);
        }
    }
}
