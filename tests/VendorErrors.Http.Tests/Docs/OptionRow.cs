namespace VendorErrors.Http.Tests.Docs;

/// <summary>A row of the options table.</summary>
/// <param name="Name">The property.</param>
/// <param name="Unit">The unit of its value.</param>
/// <param name="Range">What is allowed, in words.</param>
/// <param name="What">What it is.</param>
/// <param name="Allowed">Changes at the ends of the range, which the validation has to let through.</param>
/// <param name="Refused">Changes just beyond the range, which it has to refuse.</param>
internal sealed record OptionRow(string Name, string Unit, string Range, string What, Action<VendorErrorOptions>[] Allowed, Action<VendorErrorOptions>[] Refused);
