using System.Runtime.ExceptionServices;
using VendorErrors.Http.Reading;

namespace VendorErrors.Http.Tests.Reading;

/// <summary>A body whose beginning was read before: whichever way the caller reads, nothing is lost and nothing comes twice.</summary>
public class PrefixedStreamTests
{
    private const string Whole = "beginning, rest";

    [Fact(Timeout = 10_000)]
    public async Task Read_InEachWay_GivesTheWholeBody()
    {
        (await ReadAllAsync(static (stream, buffer) => Task.FromResult(stream.Read(buffer, 0, buffer.Length)))).Should().Be(Whole);
        (await ReadAllAsync(static (stream, buffer) => stream.ReadAsync(buffer, 0, buffer.Length))).Should().Be(Whole);
        (await ReadAllAsync(static (stream, buffer) => Task.FromResult(stream.Read(buffer.AsSpan())))).Should().Be(Whole);
        (await ReadAllAsync(static (stream, buffer) => stream.ReadAsync(buffer.AsMemory()).AsTask())).Should().Be(Whole);

        using var copy = new MemoryStream();
        await Open().CopyToAsync(copy, TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(copy.ToArray()).Should().Be(Whole);
    }

    [Fact(Timeout = 10_000)]
    public async Task ReadAsync_CanceledBefore_LosesNothing()
    {
        using Stream stream = Open();
        var buffer = new byte[4];

        await FluentActions.Awaiting(() => stream.ReadAsync(buffer, 0, 4, new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
        await FluentActions.Awaiting(() => stream.ReadAsync(buffer.AsMemory(), new CancellationToken(canceled: true)).AsTask()).Should().ThrowAsync<OperationCanceledException>();

        using var reader = new StreamReader(stream);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Should().Be(Whole);
    }

    [Fact(Timeout = 10_000)]
    public async Task Read_BodyThatBroke_BreaksAtTheSamePlaceInEachWay()
    {
        Func<Stream, byte[], Task<int>>[] ways =
        [
            static (stream, buffer) => Task.FromResult(stream.Read(buffer, 0, buffer.Length)),
            static (stream, buffer) => stream.ReadAsync(buffer, 0, buffer.Length),
            static (stream, buffer) => Task.FromResult(stream.Read(buffer.AsSpan())),
            static (stream, buffer) => stream.ReadAsync(buffer.AsMemory()).AsTask(),
        ];

        foreach (Func<Stream, byte[], Task<int>> way in ways)
        {
            using var stream = new PrefixedStream("begin"u8.ToArray(), rest: null, ExceptionDispatchInfo.Capture(new IOException("broken")));
            var buffer = new byte[100];

            (await way(stream, buffer)).Should().Be(5);
            await FluentActions.Awaiting(() => way(stream, buffer)).Should().ThrowAsync<IOException>().WithMessage("broken");
        }
    }

    [Fact]
    public void Stream_IsForReadingOnly()
    {
        using Stream stream = Open();

        (stream.CanRead, stream.CanSeek, stream.CanWrite).Should().Be((true, false, false));
        stream.Flush();
        Action[] refused = [() => _ = stream.Length, () => _ = stream.Position, () => stream.Position = 0, () => stream.Seek(0, SeekOrigin.Begin), () => stream.SetLength(1), () => stream.Write([1], 0, 1)];
        refused.Should().AllSatisfy(action => action.Should().Throw<NotSupportedException>());
    }

    private static PrefixedStream Open() => new("beginning, "u8.ToArray(), new MemoryStream("rest"u8.ToArray()), fault: null);

    // In small pieces, so that the beginning takes several reads.
    private static async Task<string> ReadAllAsync(Func<Stream, byte[], Task<int>> read)
    {
        using Stream stream = Open();
        using var all = new MemoryStream();
        var buffer = new byte[4];
        while (await read(stream, buffer) is var length and > 0)
        {
            all.Write(buffer, 0, length);
        }

        return Encoding.UTF8.GetString(all.ToArray());
    }
}
