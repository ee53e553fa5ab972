using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Polly;
using VendorErrors.Http.Clients;
using VendorErrors.Http.Options;
using VendorErrors.Http.Retries;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Chain;

/// <summary>
/// Finds handlers beside ours that send requests again by themselves: attempts multiply, and such a handler does not know what must not be sent
/// twice. Known by their types, because this package does not depend on theirs.
/// </summary>
internal static class OtherHandlers
{
    private const string ResilienceHandler = "Microsoft.Extensions.Http.Resilience.ResilienceHandler";
    private const string PolicyHandler = "Microsoft.Extensions.Http.PolicyHttpMessageHandler";

    // A pipeline is a few objects deep; beyond that something else is looked at.
    private const int MostDepth = 12;

    private enum Kind
    {
        /// <summary>None of the pipelines that are known.</summary>
        Other = 0,

        /// <summary>Timeouts, limiters and breakers alone.</summary>
        SendsOnce = 1,

        /// <summary>A pipeline that could not be looked into.</summary>
        Unknown = 2,

        /// <summary>It retries or hedges.</summary>
        SendsAgain = 3,
    }

    /// <summary>Looks at the handlers of a client.</summary>
    /// <param name="handlers">The handlers beside ours.</param>
    /// <param name="client">The client's name; null without a factory.</param>
    /// <returns>
    /// The check of options, which may allow what was found, and where a pipeline is reported that could not be looked into. It throws
    /// <see cref="InvalidOperationException"/> where one of the handlers retries or hedges, and keeps none of them alive.
    /// </returns>
    internal static Action<VendorErrorOptions, ILogger> Look(IEnumerable<HttpMessageHandler> handlers, string? client)
    {
        (string Name, Kind Kind)[] found = [.. handlers.Select(handler => (handler.GetType().Name, KindOf(handler)))];
        return (options, logger) => Check(found, client, options, logger);
    }

    private static void Check((string Name, Kind Kind)[] handlers, string? client, VendorErrorOptions options, ILogger logger)
    {
        if (options is { AllowOtherRetries: true } or { Mode: HandlerMode.Observe })
        {
            return;
        }

        foreach ((string name, Kind kind) in handlers)
        {
            if (kind == Kind.SendsAgain)
            {
                throw new RegistrationException(
                    $"{(client is null ? "A client" : $"The client '{client}'")} has AddVendorErrors and beside it {name} of Microsoft.Extensions.Http.Resilience, which retries or hedges. " +
                    "The attempts would multiply, and it does not know what must not be sent twice. Call RemoveAllResilienceHandlers() on the client's builder; " +
                    "or leave AddVendorErrors out and call AddVendorRetry inside AddResilienceHandler; " +
                    "or set VendorErrorOptions.AllowOtherRetries to keep both.");
            }

            if (kind == Kind.Unknown)
            {
                Log.UnknownPipeline(logger, client ?? "(no name)", name);
            }
        }
    }

    private static Kind KindOf(HttpMessageHandler handler)
    {
        for (Type? type = handler.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == ResilienceHandler)
            {
                return KindOfPipeline(handler, type);
            }

            if (type.FullName == PolicyHandler)
            {
                return Kind.Unknown;
            }
        }

        return Kind.Other;
    }

    /// <summary>Asks the handler for its pipeline, as it does itself for each request, and looks which strategies are in it.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A field that was trimmed away is not found, and then the pipeline counts as unknown, which is reported.")]
    private static Kind KindOfPipeline(HttpMessageHandler handler, Type type)
    {
        try
        {
            FieldInfo? field = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).FirstOrDefault(field => field.FieldType == typeof(Func<HttpRequestMessage, ResiliencePipeline<HttpResponseMessage>>));
            if (field?.GetValue(handler) is not Func<HttpRequestMessage, ResiliencePipeline<HttpResponseMessage>> provider)
            {
                return Kind.Unknown;
            }

            using var any = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
            var strategies = new List<string>();
            Collect(provider(any), strategies, new HashSet<object>(), depth: 0);
            return strategies.Any(SendsAgain) ? Kind.SendsAgain : strategies.Count > 0 ? Kind.SendsOnce : Kind.Unknown;
        }
#pragma warning disable CA1031 // Whatever is amiss with a pipeline of somebody else, its own use reports it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Kind.Unknown;
        }
    }

    private static bool SendsAgain(string strategy) =>
        strategy.StartsWith("Retry", StringComparison.Ordinal) || strategy.StartsWith("Hedging", StringComparison.Ordinal) || strategy == nameof(VendorRetryStrategy);

    /// <summary>Follows the fields of Polly's own objects, and notes the strategies among them.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
    private static void Collect(object? value, List<string> strategies, HashSet<object> seen, int depth)
    {
        if (value is null || depth > MostDepth || value is string or Delegate || value.GetType().IsPrimitive)
        {
            return;
        }

        Type type = value.GetType();
        if (value is ResilienceStrategy or ResilienceStrategy<HttpResponseMessage>)
        {
            strategies.Add(type.Name);
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Collect(item, strategies, seen, depth + 1);
            }

            return;
        }

        if (type.Assembly != typeof(ResiliencePipeline).Assembly || !seen.Add(value))
        {
            return;
        }

        for (Type? declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                Collect(field.GetValue(value), strategies, seen, depth + 1);
            }
        }
    }
}
