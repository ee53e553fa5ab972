namespace VendorErrors.Tests.Conventions;

/// <summary>A response that <see cref="BodyComposer"/> made.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="Method">The HTTP method of the request.</param>
/// <param name="Path">The path of the request.</param>
internal sealed record ComposedResponse(int Status, string Body, string Method, string Path)
{
    internal VendorResult Explain(Vendor vendor)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(Body);
        return vendor.Explain(new VendorResponse(Status, bytes) { Method = Method, Path = Path });
    }

    internal VendorResult Classify(Vendor vendor) => vendor.Classify(Status, Body, vendor.Operation(Method, Path));
}
