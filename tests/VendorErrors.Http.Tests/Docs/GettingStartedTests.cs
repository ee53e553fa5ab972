using Microsoft.AspNetCore.Builder;
using VendorErrors.Tests.Docs;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>Who follows docs/getting-started.md sees what it prints.</summary>
public class GettingStartedTests
{
    [Fact]
    public async Task Application_AsPrinted_AnswersAsThePagePrints()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using WebApplication application = GettingStartedSnippets.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
        await application.StartAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };

        foreach (string line in Repository.Read("docs/getting-started.md").Split("```text\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using HttpResponseMessage answer = await client.PostAsync(new Uri("/calls", UriKind.Relative), content: null, cancellationToken);
            (await answer.Content.ReadAsStringAsync(cancellationToken)).Should().Be(line);
        }
    }
}
