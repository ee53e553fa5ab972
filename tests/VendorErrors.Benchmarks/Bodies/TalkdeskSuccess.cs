using System.Text;

namespace VendorErrors.Benchmarks.Bodies;

/// <summary>Successes of Talkdesk Advanced Dialer: an envelope around one object, or around a list of records.</summary>
internal static class TalkdeskSuccess
{
    public static byte[][] First(int bytes) => JsonBodies.Rotate(bytes, i => $$"""{"statusCode":0,"message":"Done","payload":{{Payload(bytes - 46, i)}}}""");

    public static byte[][] Last(int bytes) => JsonBodies.Rotate(bytes, i => $$"""{"payload":{{Payload(bytes - 46, i)}},"message":"Done","statusCode":0}""");

    private static string Payload(int bytes, int seed)
    {
        if (bytes < 200)
        {
            return $$"""{"id":{{4711 + (seed * 37)}},"status":"{{(seed % 3 == 0 ? "Idle" : "Talking")}}","queue":"{{Word(seed)}}"}""";
        }

        var list = new StringBuilder("[");
        for (int i = seed; list.Length < bytes - 2; i++)
        {
            list.Append(list.Length > 1 ? "," : string.Empty).Append(Record(i));
        }

        return list.Append(']').ToString();
    }

    private static string Record(int i) =>
        $$"""{"id":{{880000 + (i * 7919 % 100000)}},"name":"{{Word(i)}} {{i % 90}}","active":{{(i % 3 == 0 ? "false" : "true")}},"phone":"+1415555{{1000 + (i % 9000)}}","tags":["a{{i % 10}}","b"],"rate":{{i % 100}}.5,"owner":null}""";

    private static string Word(int i) => (i % 4) switch { 0 => "Support North", 1 => "Sales", 2 => "R\\u00fcckruf", _ => "Night shift" };
}
