using System.Globalization;
using VendorErrors.Classification.Words;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>One answer in the making, of one shape.</summary>
internal sealed class BodyComposition(Vendor vendor, Envelope envelope, int status, CodeRow? row, string? code, ResponseOptions options)
{
    private const string MadeUpId = "7f3d5c1a-0b42-4c8e-9a61-2d4e8f6a1c35";

    private readonly Draft _draft = new(new MemberTree(envelope.Template), seesHeaders: status is not (>= 200 and < 300));
    private readonly (string Method, string Path) _request = options.Operation is { } given
        ? Operations.Split(given)
        : RequestChoice.Of(vendor.Definition, envelope, row?.Operation ?? envelope.Operation);

    private bool _saysWait;

    private MemberTree Body => _draft.Body;

    private bool IsFailure => row is null or { Outcome: VendorOutcome.Failure };

    private bool IsSuccessStatus => status is >= 200 and < 300;

    /// <summary>A failure under HTTP 200 has no header that anybody looks at.</summary>
    private bool HidesInSuccess => IsSuccessStatus && envelope.FailureStatus is >= 200 and < 300;

    internal static IReadOnlyList<KeyValuePair<string, string>> RetryAfter(TimeSpan? wait) =>
        wait is { } asked ? [new("Retry-After", WaitComposition.Seconds(asked))] : [];

    internal bool TryCompose()
    {
        bool isResult = envelope.Code.Count == 0 && envelope.Items is { Failed: not null };
        Fill(failed: isResult && IsFailure ? 1 + options.Items.Count : 0, done: isResult && !IsFailure ? 1 : 0);
        string? message = Message();
        return TrySetCode(message) && TrySetInnerCode() && TrySetMessage(message) && TrySetWait() && TrySetRest();
    }

    /// <summary>The bare shape: the template and what the shape's own condition asks for.</summary>
    internal bool TryComposeShape()
    {
        Fill(failed: 0, done: 0);
        return Finish();
    }

    internal bool TryComposeBatch(IReadOnlyList<VendorItem> failed, int done)
    {
        Fill(failed.Count, done);
        ItemShape shape = envelope.Items!;
        var entries = new List<MemberTree>();
        for (var i = 0; i < done; i++)
        {
            var entry = new MemberTree();
            entry.SetIfAny(shape.Id, $"done-{i + 1}");
            if (shape.Worked is not null && !ConditionSetter.TrySatisfy(shape.Worked, InEntry(entry)))
            {
                return false;
            }

            entries.Add(entry);
        }

        foreach (VendorItem item in failed)
        {
            if (Cause(shape, item) is not { } entry)
            {
                return false;
            }

            entries.Add(entry);
        }

        return Body.SetList(shape.Path, entries) && Finish();
    }

    internal ComposedResponse ToResponse() => new(vendor, status, Body.ToText(), _request.Method, _request.Path)
    {
        ContentType = Body.ContentType,
        Headers = [.. _saysWait ? [] : RetryAfter(options.Wait), .. _draft.Headers],
        Shape = envelope,
    };

    private static Draft InEntry(MemberTree entry) => new(entry, seesHeaders: false);

    /// <summary>Puts values in the places of the template, before anything is set that may look like one.</summary>
    private void Fill(int failed, int done)
    {
        Body.Resolve("{reason}", IsFailure ? Composer.ReasonOf(vendor, status) : null);
        Body.Resolve("{status}", status);
        Body.Resolve("{failed}", failed);
        Body.Resolve("{done}", done);
        Body.Resolve("{time}", options.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        Body.Resolve("{id}", options.CorrelationId ?? MadeUpId);
        Body.Resolve("{method}", _request.Method);
        Body.Resolve("{path}", _request.Path);
    }

    private bool TrySetCode(string? message)
    {
        if (code is null)
        {
            // HTTP says it.
            return true;
        }

        if (envelope.Code.Count > 0)
        {
            return ConditionSetter.PlaceFor(envelope.When, envelope.Code, code, _draft) is { } place
                && (ConditionSetter.AsksForText(envelope.When, place) ? _draft.Set(place, code) : _draft.SetCode(place, code));
        }

        if (envelope.Items is not { } shape)
        {
            return true;
        }

        MemberTree?[] entries = [Cause(shape, new VendorItem { Code = code, Message = message }), .. options.Items.Select(item => Cause(shape, item))];
        return Array.TrueForAll(entries, entry => entry is not null) && Body.SetList(shape.Path, entries!);
    }

    private bool TrySetInnerCode() =>
        options.InnerCode is not { } inner || envelope.InnerCode.Count == 0
        || (ConditionSetter.PlaceFor(envelope.When, envelope.InnerCode, inner, _draft) is { } place && _draft.SetCode(place, inner));

    private bool TrySetRest()
    {
        if (options.Fields.Count > 0 && envelope.Fields.FirstOrDefault(fields => fields.Source.List is null) is { } shape)
        {
            FieldComposition.Set(shape, options.Fields, Body);
        }

        SetProof();
        return Finish() && (row?.When is null || ConditionSetter.TrySatisfy(row.When, _draft));
    }

    private bool Finish()
    {
        if (options.CorrelationId is { } id && envelope.CorrelationId.Count > 0)
        {
            SetCorrelationId(envelope.CorrelationId[0], id);
        }

        return !(envelope.OnlyOnFailure && IsSuccessStatus) && ConditionSetter.TrySatisfy(envelope.When, _draft) && ConditionTest.Holds(envelope.When, _draft);
    }

    // Its header counts under any status.
    private void SetCorrelationId(ValueSource place, string id)
    {
        if (place.Header is { } header)
        {
            _draft.SetHeader(header, place.IsCut ? TextCut.Put(place, whole: null, id) : id);
        }
        else
        {
            _draft.Set(place, id);
        }
    }

    private string? Message()
    {
        string? message = options.Message ?? ConditionSetter.AskedAt(row?.When, envelope.Message) ?? row?.Name ?? code;
        if (options.Wait is not { } wait)
        {
            return message;
        }

        if (options.WaitHint is { Source: WaitSource.MessageText } hint)
        {
            _saysWait = true;
            return WaitComposition.Sentence(hint, wait, options.Time, message);
        }

        if (options.WaitHint is not null || !HidesInSuccess || envelope.Message.Count == 0)
        {
            return message;
        }

        _saysWait = true;
        string seconds = WaitComposition.Seconds(wait);
        return $"{message?.TrimEnd('.')}. Please try again in {seconds} second{(seconds == "1" ? string.Empty : "s")}.";
    }

    private bool TrySetWait()
    {
        if (options.Wait is not { } wait || options.WaitHint is not { } hint)
        {
            return true;
        }

        _saysWait = true;
        return WaitComposition.TrySet(hint, wait, options.Time, _draft);
    }

    private bool TrySetMessage(string? message)
    {
        if (envelope.Message.FirstOrDefault(_draft.CanSee) is not { } place)
        {
            return options is not { Wait: not null, WaitHint.Source: WaitSource.MessageText };
        }

        // A path is named by a sentence, and words of validators come as a list of them.
        int most = envelope.FieldInText == FieldText.JsonPath ? 1 : int.MaxValue;
        string[] sentences = [.. options.Fields.Where(field => field.Field is not null).Select(Sentence).OfType<string>().Take(most)];
        return sentences.Length > 0 ? _draft.SetTexts(place, sentences) : message is null || _draft.Set(place, message);
    }

    /// <summary>A sentence that names the field: the words themselves where they do.</summary>
    private string? Sentence(FieldError field)
    {
        string words = field.Message ?? "is not valid";
        string path = field.Field!.StartsWith("$.", StringComparison.Ordinal) ? field.Field : $"$.{field.Field}";
        return envelope.FieldInText switch
        {
            FieldText.LeadingWord => Array.Find([words, $"{field.Field} {words}"], sentence => FieldCollector.LeadingName(sentence) == field.Field) ?? $"{field.Field} is not valid: {words}",
            FieldText.JsonPath => FieldCollector.JsonPathIn(words) == path ? words : $"{path}: {words}",
            _ => null,
        };
    }

    /// <summary>Only where the shape shows the proof: a vendor may use one shape for products that have none.</summary>
    private void SetProof()
    {
        if (envelope.Proof is not { } proof || envelope.Template is null || !Body.Has(proof.Path))
        {
            return;
        }

        bool? executed = options.Executed ?? (row is null ? null : !IsFailure ? true : row.EffectiveEffect == Effect.None ? false : null);
        IReadOnlyList<string> texts = executed is null ? [] : executed.Value ? proof.Executed : proof.NotExecuted;
        if (texts.Count == 0)
        {
            Body.Remove(proof.Path);
        }
        else
        {
            Body.Set(proof.Path, texts[0]);
        }
    }

    /// <summary>The entry of a cause, or of a result: one that was not done, or that was where the code says so; null where the shape cannot say it.</summary>
    private MemberTree? Cause(ItemShape shape, VendorItem item)
    {
        Condition? standing = IsFailure ? shape.Failed : shape.Worked;
        Draft entry = InEntry(Body.FirstOf(shape.Path));
        if (row is { IsHttpStatus: true } && string.Equals(item.Code, code, StringComparison.Ordinal))
        {
            entry.Body.RemoveAll(shape.Code.Select(source => source.Path));
            entry.Body.Set(shape.Status!, status);
        }
        else if (item.Code is { } itemCode && shape.Code.Count > 0
            && !(ConditionSetter.PlaceFor(standing, shape.Code, itemCode, entry) is { } place && entry.SetCode(place, itemCode)))
        {
            return null;
        }

        if (item.Message is { } words && shape.Message.FirstOrDefault(entry.CanSee) is { } said)
        {
            entry.Set(said, words);
        }

        entry.Body.SetIfAny(shape.Id, item.Id);
        entry.Body.SetIfAny(shape.RequestPath, item.Path);
        entry.Body.SetIfAny(shape.RequestMethod, item.Method);
        entry.Body.SetIfAny(shape.Timestamp, item.Timestamp);
        if (shape.Status is not null && item.HttpStatus is { } own)
        {
            entry.Body.Set(shape.Status, own);
        }

        bool stands = standing is not null ? ConditionSetter.TrySatisfy(standing, entry) : IsFailure || !ConditionTest.Holds(shape.Failed!, entry);
        return stands ? entry.Body : null;
    }
}
