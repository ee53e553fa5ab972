using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using VendorErrors;
using VendorErrors.Http;

namespace ProblemDetailsSample;

/// <summary>Answers the application's callers with problem details where a vendor failed, whichever endpoint it was.</summary>
internal sealed class VendorProblemHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not VendorErrorException { Error: { } failure })
        {
            return false;
        }

        VendorProblem problem = failure.ToProblemDetails(new VendorProblemOptions
        {
            Instance = httpContext.Request.Path,
            Operation = VendorOperation.FromMethod(httpContext.Request.Method),
        });
        if (problem.RetryAfter is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await Results.Problem(problem.Detail, problem.Instance, problem.Status, problem.Title, problem.Type, problem.Extensions).ExecuteAsync(httpContext);
        return true;
    }
}
