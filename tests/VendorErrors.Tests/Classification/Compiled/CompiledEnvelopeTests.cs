using FluentAssertions;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Classification.Compiled;

public class CompiledEnvelopeTests
{
    [Theory]
    [InlineData(null, -1)]
    [InlineData("state", 2)]
    public void Proof_OfAnEnvelope_IsItsSlotIfThereIsOne(string? path, int slot)
    {
        var envelope = new Envelope("answer", Condition.Has("code")) { Proof = path is null ? null : new Proof(path) };

        new CompiledEnvelope(envelope, new VendorDefinition(), new PathTree()).Proof.Should().Be(slot);
    }
}
