using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>Whether an envelope is looked for in every answer in which another one is, as far as products, operations and statuses say.</summary>
internal static class ProductCover
{
    internal static bool Covers(VendorDefinition definition, Envelope wider, Envelope narrower) =>
        CoversOperation(wider.Operation, narrower.Operation)
        && (!wider.OnlyOnFailure || narrower.OnlyOnFailure || ConditionLogic.NeedsHeader(narrower.When))
        && CoversProduct(definition, wider.Product, narrower.Product);

    /// <summary>Why no request is both to the product and the operation of an envelope; null where one is.</summary>
    internal static string? FaultOf(VendorDefinition definition, Envelope envelope) =>
        envelope.Operation is { } operation && Find(definition, envelope.Product) is { } product && product.Operations.All(place => RequestChoice.At(place, operation) is null)
            ? $"its operation '{operation}' is none of the product '{product.Id}', which is at {string.Join(", ", product.Operations)}."
            : null;

    private static bool CoversOperation(string? wider, string? narrower)
    {
        if (wider is null || narrower is null)
        {
            return wider is null;
        }

        // Everything below some segments, and a single operation.
        string tail = OperationArea.TailOf(narrower);
        bool isBelow = tail.Length != narrower.Length;
        return OperationArea.TailOf(wider).Length == wider.Length ? !isBelow && PatternCover.Covers(wider, narrower) : RequestsOf(tail, isBelow).All(request => new OperationArea(wider).Matches(request.Method, request.Path));
    }

    private static bool CoversProduct(VendorDefinition definition, string? wider, string? narrower)
    {
        if (wider is null || string.Equals(wider, narrower, StringComparison.Ordinal))
        {
            return true;
        }

        return Find(definition, wider) is { } product && Find(definition, narrower) is { } other
            && CompiledProduct.Of(wider, [product]) is { } places
            && other.Operations.All(place => RequestChoice.At(place, operation: null) is { } request && CompiledProduct.MayBeAt(places, request.Method, request.Path));
    }

    private static IEnumerable<(string Method, string Path)> RequestsOf(string operation, bool isBelow) =>
        isBelow ? [Operations.Split($"{operation}/q7w"), Operations.Split($"{operation}/q7w/z9")] : [Operations.Split(operation)];

    private static VendorProduct? Find(VendorDefinition definition, string? id) => definition.Products.FirstOrDefault(product => string.Equals(product.Id, id, StringComparison.Ordinal));
}
