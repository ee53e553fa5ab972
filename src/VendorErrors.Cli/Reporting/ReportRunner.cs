using System.Text.Json;
using VendorErrors.Cli.Batch;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Reporting;

/// <summary>Reads files of records, one after the other, into one report.</summary>
internal static class ReportRunner
{
    internal static NightReport Run(IReadOnlyList<string> files, Vendor? fallback, VendorRegistry vendors)
    {
        var tally = new ReportTally(files);
        var judge = new RecordJudge(fallback, vendors, areEvents: false);
        var lines = new LineReader(vendors, judge, tally);
        foreach (string file in files)
        {
            tally.File = file == InputFile.StandardInput ? "input" : Path.GetFileName(file);
            using Stream input = InputFile.Open(file);
            var beginning = InputBeginning.Read(input);
            if (beginning.IsHar)
            {
                ReadHar(file, beginning.ReadOn(input), fallback, judge, tally);
                continue;
            }

            using var progress = BatchProgress.Start(input.CanSeek ? input.Length : null, isOutputLater: true);
            var block = new Block();
            for (var reader = new BlockReader(input, beginning); reader.TryRead(block);)
            {
                lines.Read(block);
                progress.Report(block.End, lines.LastLine);
            }
        }

        return tally.ToReport();
    }

    private static void ReadHar(string file, byte[] bytes, Vendor? fallback, RecordJudge judge, ReportTally tally)
    {
        if (fallback is null)
        {
            throw new UsageException($"--vendor is missing; a HAR file, as '{file}' is, does not say whose entries it holds");
        }

        using JsonDocument har = HarFile.Parse(bytes);
        var reader = new HarReader(judge, tally, areEvents: false);
        foreach (JsonElement entry in HarFile.EntriesOf(har))
        {
            reader.Read(entry);
        }
    }
}
