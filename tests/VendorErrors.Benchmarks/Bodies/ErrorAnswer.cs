namespace VendorErrors.Benchmarks.Bodies;

/// <summary>An error as it comes from a vendor.</summary>
/// <param name="Vendor">Whose it is.</param>
/// <param name="Shape">Which of the five shapes, 0 to 4.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
internal sealed record ErrorAnswer(Vendor Vendor, int Shape, int Status, byte[] Body);
