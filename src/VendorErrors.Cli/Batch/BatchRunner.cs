using System.Runtime.ExceptionServices;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Batch;

/// <summary>
/// One record a line in, one a line out, in the same order. As many threads as there are processors each take the next block, turn it
/// into records, and wait for their turn to write them: a thread holds one block at a time, and that bounds the memory.
/// </summary>
internal sealed class BatchRunner
{
    // More gain nothing over one reader and one writer, and would need memory.
    private const int MostWorkers = 8;

    private readonly BlockReader _reader;
    private readonly Stream _output;
    private readonly Func<BatchWorker> _createWorker;
    private readonly BatchProgress _progress;
    private readonly Lock _reading = new();
    private readonly object _writing = new();
    private long _nextToWrite;
    private bool _allReadable = true;
    private int _working;
    private volatile bool _isStopped;
    private ExceptionDispatchInfo? _fault;

    private BatchRunner(BlockReader reader, Stream output, Func<BatchWorker> createWorker, BatchProgress progress)
    {
        _reader = reader;
        _output = output;
        _createWorker = createWorker;
        _progress = progress;
    }

    internal static int Run(string file, Vendor? fallback, VendorRegistry vendors, bool areEvents)
    {
        using Stream input = InputFile.Open(file);
        var beginning = InputBeginning.Read(input);
        if (beginning.IsHar)
        {
            return HarRunner.Run(beginning.ReadOn(input), fallback, vendors, areEvents);
        }

        using Stream output = StandardOutput.Open();
        using var progress = BatchProgress.Start(input.CanSeek ? input.Length : null);
        return new BatchRunner(new BlockReader(input, beginning), output, () => new BatchWorker(fallback, vendors, areEvents), progress).Run() ? ExitCodes.Success : ExitCodes.UnreadableLines;
    }

    private bool Run()
    {
        _working = Math.Min(Environment.ProcessorCount, MostWorkers);
        for (int i = _working; i > 0; i--)
        {
            new Thread(Work) { IsBackground = true }.Start();
        }

        lock (_writing)
        {
            // Once it is stopped, nobody waits for the one that still reads: its input may be a pipe into which nobody writes.
            while (_working > 0 && !_isStopped)
            {
                Monitor.Wait(_writing);
            }
        }

        _fault?.Throw();
        return _allReadable;
    }

    private void Work()
    {
        try
        {
            ClassifyBlocks();
            Leave();
        }
        catch (Exception e) when (StandardOutput.IsClosed(e))
        {
            // Whoever read the records has had enough of them.
            Stop(fault: null);
        }
        catch (Exception e)
        {
            Stop(ExceptionDispatchInfo.Capture(e));
        }
    }

    private void ClassifyBlocks()
    {
        var block = new Block();
        BatchWorker worker = _createWorker();
        while (TryRead(block))
        {
            worker.Classify(block);
            WriteInTurn(block, worker);
        }
    }

    private bool TryRead(Block block)
    {
        lock (_reading)
        {
            return !_isStopped && _reader.TryRead(block);
        }
    }

    private void WriteInTurn(Block block, BatchWorker worker)
    {
        lock (_writing)
        {
            while (_nextToWrite != block.Number && !_isStopped)
            {
                Monitor.Wait(_writing);
            }

            if (_isStopped)
            {
                return;
            }

            _output.Write(worker.Records);
            _allReadable &= worker.AllReadable;
            _progress.Report(block.End, worker.LastLine);
            _nextToWrite++;
            Monitor.PulseAll(_writing);
        }
    }

    private void Leave()
    {
        lock (_writing)
        {
            _working--;
            Monitor.PulseAll(_writing);
        }
    }

    private void Stop(ExceptionDispatchInfo? fault)
    {
        lock (_writing)
        {
            _fault ??= fault;
            _isStopped = true;
            Monitor.PulseAll(_writing);
        }
    }
}
