using VendorErrors.Testing.Conformance;

namespace Acme.Voice;

public class AcmeVoiceConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => new(new AcmeVoiceConformance().Cases);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Definition_OfAcmeVoice_Conforms(ConformanceCase check) => check.Verify();
}
