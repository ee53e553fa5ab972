using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;
using VendorErrors.Testing.Linting;
using VendorErrors.Testing.Linting.Rules;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>What an answer is composed to say beside its code is read from it again, wherever its shape can say it.</summary>
internal static class OptionCheck
{
    private const string Words = "Words made up for a test";
    private const string Id = "c0ffee00-0000-4000-8000-000000000017";
    private const string Inner = "made_up_inner_code";
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(37);
    private static readonly FieldError[] s_fields = [new("first", "E1", "first is not valid", "1"), new("second", "E2", "second is not valid", "2")];
    private static readonly VendorItem s_item = new() { Message = "Another error", Id = "item-2", Path = "/v1/other", Method = "PUT", Timestamp = "2026-01-15T10:00:00.000Z" };

    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
        vendor.Codes.Select(row => new ConformanceCase(vendor, "options of an answer are read again", RowLabel.Of(row), () => FaultOf(vendor, row)));

    private static string? FaultOf(Vendor vendor, CodeRow row) =>
        Texts.TryCompose(vendor, row, new ResponseOptions())?.Shape is { } shape
            ? Message(vendor, row, shape) ?? CorrelationId(vendor, row, shape) ?? InnerCode(vendor, row, shape) ?? Wait(vendor, row) ?? Fields(vendor, row, shape) ?? Items(vendor, row, shape)
            : null;

    /// <summary>Where there is no code, the vendor's words may be what a row asks for; where there is one, they may not.</summary>
    private static string? Message(Vendor vendor, CodeRow row, Envelope shape) =>
        shape.Message.Count > 0 || (shape.Items is { Message.Count: > 0 } && !IsOfDoneEntry(row, shape))
            ? Compare(vendor, row, "message", (row.IsHttpStatus ? ConditionSetter.AskedAt(row.When, shape.Message) : null) ?? Words, words => new ResponseOptions { Message = words }, (answer, words) => answer.Messages.Contains(words, StringComparer.Ordinal) ? words : answer.Message)
            : null;

    // What the vendor says of an entry that worked is data.
    private static bool IsOfDoneEntry(CodeRow row, Envelope shape) => row.Outcome != VendorOutcome.Failure && Composer.CarriesCodeOfResults(shape);

    private static string? CorrelationId(Vendor vendor, CodeRow row, Envelope shape) =>
        shape.CorrelationId.Count > 0
            ? Compare(vendor, row, "correlation id", new ResponseOptions { CorrelationId = Id }, Id, answer => answer.CorrelationId)
            : null;

    private static string? InnerCode(Vendor vendor, CodeRow row, Envelope shape) =>
        shape.InnerCode.Count > 0
            ? Compare(vendor, row, "second code", ConditionSetter.AskedAt(row.When, shape.InnerCode) ?? Inner, inner => new ResponseOptions { InnerCode = inner }, (answer, _) => answer.InnerCode)
            : null;

    /// <summary>Only what is sent again after a wait has one. A 403 that says when to come back is another error.</summary>
    private static string? Wait(Vendor vendor, CodeRow row)
    {
        if (row is { IsHttpStatus: true, Code: "403" } or { MaxRetryAttempts: 0 } || row.Category is not { } category || !Repetition.IsRetried(category) || IsBoundByStatus(vendor, row))
        {
            return null;
        }

        TimeSpan asked = s_wait + (row.Wait ?? TimeSpan.Zero);
        return Compare(vendor, row, "wait", new ResponseOptions { Wait = asked }, asked.ToString(), answer => (answer as VendorError)?.Retry.MinimumWait?.ToString());
    }

    /// <summary>Whether the HTTP status forbids what the row allows: a family of codes makes no refusal more retryable than its status is.</summary>
    private static bool IsBoundByStatus(Vendor vendor, CodeRow row) =>
        row.IsFamily && VendorResponses.For(vendor, row).Status is >= 400 and < 500 and var status
        && vendor.Catalog.Rows.StatusRowOf(status, default, default) is { Category: { } category } && category.ToRetryDisposition() == RetryDisposition.Never;

    /// <summary>A plain success complains of nothing; what is there is data.</summary>
    private static string? Fields(Vendor vendor, CodeRow row, Envelope shape)
    {
        if (row.Outcome == VendorOutcome.Success)
        {
            return null;
        }

        bool inText = shape.FieldInText != FieldText.None && shape.Message.Count > 0;
        FieldShape? list = shape.Fields.FirstOrDefault(fields => fields.Source.List is null);
        return inText || list is { Field.Count: > 0 } or { Layout: not FieldLayout.List } ? Fields(1) ?? (shape.FieldInText == FieldText.JsonPath ? null : Fields(s_fields.Length)) : null;

        string? Fields(int count)
        {
            FieldError[] given = [.. s_fields.Take(count).Select((field, index) => index == 0 ? Named(field, row, list) : field)];
            FieldError[] expected = [.. given.Select(field => Told(field, list, shape.FieldInText))];
            return Compare(vendor, row, "list of fields", new ResponseOptions { Fields = given }, List(expected), answer => List(expected.Except(answer.Fields).Any() ? answer.Fields : expected));
        }
    }

    /// <summary>With the name that the row asks for: a code may mean something else where it is about a certain field.</summary>
    private static FieldError Named(FieldError field, CodeRow row, FieldShape? list) =>
        list is not null && ConditionSetter.AskedAt(row.When, [.. list.Field.Select(place => new ValueSource($"{list.Path}[].{place}"))]) is { } name
            ? new FieldError(name, field.Code, field.Message, field.Value)
            : field;

    /// <summary>As much of a field error as a list, or else a sentence, can say.</summary>
    private static FieldError Told(FieldError field, FieldShape? list, FieldText text) =>
        list is not null ? FieldComposition.Said(list, field)
            : text == FieldText.JsonPath ? new FieldError($"$.{field.Field}", null, $"$.{field.Field}: {field.Message}", null)
            : new FieldError(field.Field, null, field.Message, null);

    private static string? Items(Vendor vendor, CodeRow row, Envelope shape)
    {
        if (shape.Items is not { Failed: null } list || shape.Code.Count > 0)
        {
            return null;
        }

        var expected = new VendorItem
        {
            Index = 1,
            Message = list.Message.Count > 0 ? s_item.Message : null,
            Id = list.Id.Count > 0 ? s_item.Id : null,
            Path = list.RequestPath is null ? null : s_item.Path,
            Method = list.RequestMethod is null ? null : s_item.Method,
            Timestamp = list.Timestamp is null ? null : s_item.Timestamp,
        };
        return Compare(vendor, row, "second item", new ResponseOptions { Items = [s_item] }, All(expected), answer => answer.Items.Count == 2 ? All(answer.Items[1]) : null);
    }

    private static string? Compare(Vendor vendor, CodeRow row, string what, string wanted, Func<string, ResponseOptions> say, Func<VendorAnswer, string, string?> read) =>
        Compare(vendor, row, what, say(wanted), wanted, answer => read(answer, wanted));

    private static string? Compare(Vendor vendor, CodeRow row, string what, ResponseOptions options, string wanted, Func<VendorAnswer, string?> read)
    {
        if (Texts.TryCompose(vendor, row, options) is not { } response)
        {
            return $"no answer with a {what} of its own can be composed; keep what varies out of conditions.";
        }

        string? got = read(response.Classify().Answer!);
        return string.Equals(got, wanted, StringComparison.Ordinal)
            ? null
            : $"of {Texts.Of(response)} the {what} is read as '{got ?? "(none)"}' instead of '{wanted}'; look at the paths of its envelope.";
    }

    // What is made up here is no secret, so all of it may be shown; the types' own texts hold less.
    private static string List(IEnumerable<FieldError> fields) => string.Join(", ", fields.Select(field => $"{field.Field} | {field.Code} | {field.Message} | {field.Value}"));

    // Nor does it say what the template shows of every entry, its status for example, which was not asked for.
    private static string All(VendorItem item) => FormattableString.Invariant($"{item.Index} | {item.Message} | {item.Id} | {item.Path} | {item.Method} | {item.Timestamp}");
}
