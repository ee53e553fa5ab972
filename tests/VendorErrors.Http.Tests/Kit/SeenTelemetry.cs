using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Tests.Kit;

/// <summary>What an application that exports by OpenTelemetry sees of the library; also of tests that run beside this one, so each asks for a vendor of its own.</summary>
internal sealed class SeenTelemetry : IDisposable
{
    private readonly List<Metric> _metrics = [];
    private readonly List<Activity> _activities = [];
    private readonly MeterProvider _meters;
    private readonly TracerProvider _tracers;

    public SeenTelemetry()
    {
        _meters = Sdk.CreateMeterProviderBuilder().AddMeter(VendorMeter.Name).AddInMemoryExporter(_metrics).Build();
        _tracers = Sdk.CreateTracerProviderBuilder().AddSource(VendorMeter.Name).AddInMemoryExporter(_activities).Build();
    }

    /// <summary>Every instrument that measured anything.</summary>
    public IReadOnlyList<Metric> Metrics
    {
        get
        {
            _metrics.Clear();
            _meters.ForceFlush();
            return _metrics;
        }
    }

    /// <summary>The measurements of one vendor, one line each: the instrument with its tags, and of a duration the sum of all.</summary>
    public IReadOnlyList<string> MeasurementsOf(string vendorId)
    {
        var lines = new List<string>();
        foreach (Metric metric in Metrics)
        {
            foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
            {
                Dictionary<string, object?> tags = [];
                foreach (KeyValuePair<string, object?> tag in point.Tags)
                {
                    tags.Add(tag.Key, tag.Value);
                }

                if (tags.Remove("vendor", out object? id) && vendorId.Equals(id))
                {
                    string line = $"{metric.Name} {string.Join(' ', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))}".TrimEnd();
                    lines.AddRange(metric.MetricType == MetricType.Histogram ? [$"{line} = {point.GetHistogramSum()}"] : Enumerable.Repeat(line, (int)point.GetSumLong()));
                }
            }
        }

        return lines;
    }

    /// <summary>The activities of one vendor. Nothing that ends later is seen.</summary>
    public IReadOnlyList<Activity> ActivitiesOf(string vendorId)
    {
        _tracers.Dispose();
        return [.. _activities.Where(activity => activity.DisplayName.Contains(vendorId, StringComparison.Ordinal))];
    }

    public void Dispose()
    {
        _meters.Dispose();
        _tracers.Dispose();
    }
}
