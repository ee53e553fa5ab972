using System.Text.Json.Nodes;
using VendorErrors.Classification.Events;
using VendorErrors.Definitions;
using VendorErrors.Json;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Events;

/// <summary>A captured event whose members can be set by the places of its shape: in JSON, in JSON within a text of it, in a form, in XML, in headers.</summary>
internal sealed class EventTemplate
{
    private readonly bool _isForm;
    private readonly string? _jsonText;
    private readonly MemberTree _body;
    private readonly MemberTree? _inner;
    private readonly List<KeyValuePair<string, string>> _headers;

    private EventTemplate(EventSample sample)
    {
        string body = sample.Source.Body;
        string start = body.TrimStart();
        _isForm = start is not ['{' or '[' or '<', ..];
        _body = new MemberTree(_isForm ? System.Text.Encoding.UTF8.GetString(FormMembers.Read(System.Text.Encoding.UTF8.GetBytes(body), out _)) : body);
        _jsonText = sample.Shape.JsonText;
        _inner = _jsonText is not null && _body.TextAt(_jsonText)?.TrimStart() is ['{' or '[', ..] text ? new MemberTree(text) : null;
        _headers = [.. sample.Source.Headers];
    }

    public IReadOnlyList<KeyValuePair<string, string>> Headers => [.. _headers.Where(header => !IsContentType(header))];

    public string ContentType =>
        _headers.Find(IsContentType).Value ?? (_isForm ? "application/x-www-form-urlencoded" : _body.ContentType);

    /// <summary>The template of a sample; null where its body cannot be written again.</summary>
    public static EventTemplate? Open(EventSample sample)
    {
        try
        {
            return new EventTemplate(sample);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The name of the member that a place is; null where the place is none that can be set.</summary>
    public static string? NameOf(ValueSource place) => place.Header ?? (place.IsMember ? PathSyntax.Split(place.Path)[^1].Name : null);

    public string? Get(ValueSource place)
    {
        string? text = place.Header is { } name ? _headers.Find(header => IsNamed(header, name)).Value
            : place.IsMember ? TreeOf(place, out string path).TextAt(path)
            : null;
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public void Set(ValueSource place, string value)
    {
        if (place.Header is { } name)
        {
            Remove(place);
            _headers.Add(new KeyValuePair<string, string>(name, value));
        }
        else if (place.IsMember)
        {
            TreeOf(place, out string path).Set(path, value);
        }
    }

    /// <summary>Sets a time as the sample writes it: a number stays a number.</summary>
    public void SetTime(ValueSource place, DateTimeOffset time)
    {
        if (Get(place) is not { } sample)
        {
            return;
        }

        string text = TimeText.Like(sample, time);
        if (place.IsMember && !_isForm && TreeOf(place, out string path) is var tree && !tree.CanBeEmpty(path) && long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long number))
        {
            tree.Set(path, number);
        }
        else
        {
            Set(place, text);
        }
    }

    public void Remove(ValueSource place)
    {
        if (place.Header is { } name)
        {
            _headers.RemoveAll(header => IsNamed(header, name));
        }
        else if (place.IsMember)
        {
            TreeOf(place, out string path).Remove(path);
        }
    }

    /// <summary>Puts a text in the place of another one, wherever that is a member's whole value.</summary>
    public void Replace(string sample, string value)
    {
        _body.Resolve(sample, JsonValue.Create(value));
        _inner?.Resolve(sample, JsonValue.Create(value));
    }

    public string ToText()
    {
        if (_inner is not null)
        {
            _body.Set(_jsonText!, _inner.ToText());
        }

        return _isForm
            ? string.Join("&", JsonNode.Parse(_body.ToText())!.AsObject().Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value?.ToString() ?? string.Empty)}"))
            : _body.ToText();
    }

    private static bool IsContentType(KeyValuePair<string, string> header) => IsNamed(header, "Content-Type");

    private static bool IsNamed(KeyValuePair<string, string> header, string name) => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase);

    // A path through a text that is JSON itself goes on in that JSON.
    private MemberTree TreeOf(ValueSource place, out string path)
    {
        path = place.Path;
        if (_inner is null || !path.StartsWith($"{_jsonText}.", StringComparison.OrdinalIgnoreCase))
        {
            return _body;
        }

        path = path[(_jsonText!.Length + 1)..];
        return _inner;
    }
}
