using VendorErrors.Classification.Bodies;
using VendorErrors.Definitions;

namespace VendorErrors.Classification.Compiled;

/// <summary>A <see cref="RequiredEnvelope"/> ready to be asked. Asked only of a body that none of the vendor's envelopes takes.</summary>
internal sealed class EnvelopeRequirement
{
    private readonly OperationArea[] _operations;
    private readonly OperationArea[] _except;
    private readonly bool _always;

    private EnvelopeRequirement(RequiredEnvelope required)
    {
        _operations = AreasOf(required.Operations);
        _except = AreasOf(required.Except);
        _always = required.Always;
    }

    public static EnvelopeRequirement? Of(VendorDefinition definition) => definition.RequiredEnvelope is { } required ? new EnvelopeRequirement(required) : null;

    /// <summary>Whether a 2xx answer has to have an envelope, as far as its request and its headers say.</summary>
    public bool AppliesTo(in VendorResponse response) =>
        response.Status is >= 200 and <= 299 and not (204 or 205)
        && !string.Equals(response.Method, "HEAD", StringComparison.OrdinalIgnoreCase)
        && (response.Path is null ? _always : Contains(_operations, response) && !Contains(_except, response))
        && !Download.IsDeclared(response);

    private static bool Contains(OperationArea[] areas, in VendorResponse response)
    {
        foreach (OperationArea area in areas)
        {
            if (area.Matches(response.Method, response.Path))
            {
                return true;
            }
        }

        return false;
    }

    // A plain loop, as all that may run at a vendor's first answer.
    private static OperationArea[] AreasOf(IReadOnlyList<string> operations)
    {
        var areas = new OperationArea[operations.Count];
        for (var i = 0; i < areas.Length; i++)
        {
            areas[i] = new OperationArea(operations[i]);
        }

        return areas;
    }
}
