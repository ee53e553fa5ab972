using System.Text;

namespace VendorErrors.Benchmarks.Bodies;

/// <summary>
/// A file of records as <c>vendor-errors classify --batch</c> reads them: four successes to one error, all vendors, every second body as
/// a text and the others as JSON.
/// </summary>
internal static class BatchFile
{
    public static void Write(string file, long bytes)
    {
        ErrorAnswer[] errors = ErrorAnswers.Mixed();
        byte[][] small = TalkdeskSuccess.First(100);
        byte[][] medium = TalkdeskSuccess.First(900);
        byte[][] flows = EightByEightSuccess.Bodies();
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        long written = 0;
        for (var i = 0; written < bytes; i++)
        {
            ErrorAnswer error = errors[i / 5 % errors.Length];
            string record = (i % 5) switch
            {
                0 => Record(i, error.Vendor, error.Status, error.Body),
                1 => Record(i, Vendor.EightByEightConnect, 200, flows[i % flows.Length]),
                2 => Record(i, Vendor.TalkdeskDialer, 200, medium[i % medium.Length]),
                _ => Record(i, Vendor.TalkdeskDialer, 200, small[i % small.Length]),
            };
            writer.WriteLine(record);
            written += record.Length + 1;
        }
    }

    private static string Record(int id, Vendor vendor, int status, byte[] body)
    {
        string json = Encoding.UTF8.GetString(body);
        string value = id % 2 == 0 ? json : '"' + json.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
        return FormattableString.Invariant($$"""{"id":{{id}},"vendor":"{{vendor.Id}}","status":{{status}},"body":{{value}}}""");
    }
}
