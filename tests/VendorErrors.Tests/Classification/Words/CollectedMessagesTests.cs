using FluentAssertions;
using VendorErrors.Classification.Words;
using Xunit;

namespace VendorErrors.Tests.Classification.Words;

/// <summary>Messages while they are collected.</summary>
public class CollectedMessagesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Add_SeveralMessages_KeepsThemInOrder(int count)
    {
        string[] texts = [.. Enumerable.Range(0, count).Select(i => $"message {i}")];
        var messages = default(CollectedMessages);
        foreach (string text in texts)
        {
            messages.Add(text);
        }

        messages.Count.Should().Be(count);
        messages.ToList().ToArray().Should().Equal(texts);
    }
}
