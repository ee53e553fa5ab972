using System.Globalization;
using VendorErrors.Classification.Words;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>One body in the making, of one shape.</summary>
internal sealed class BodyComposition(Envelope envelope, int status, string reason, CodeRow? row, string? code, ResponseOptions options)
{
    private const string MadeUpId = "7f3d5c1a-0b42-4c8e-9a61-2d4e8f6a1c35";

    private readonly MemberTree _body = new(envelope.Template);
    private bool _saysWaitInWords;

    private (string Method, string Path) Operation =>
        Operations.Split(options.Operation ?? row?.Operation ?? envelope.Operation ?? $"{Composer.OrdinaryMethod} {Composer.OrdinaryPath}");

    private bool IsFailure => row is null or { Outcome: VendorOutcome.Failure };

    /// <summary>A failure under HTTP 200 has no header that anybody looks at.</summary>
    private bool HidesInSuccess => status is >= 200 and < 300 && envelope.FailureStatus is >= 200 and < 300;

    internal static IReadOnlyList<KeyValuePair<string, string>> RetryAfter(TimeSpan? wait) =>
        wait is { } asked ? [new("Retry-After", Seconds(asked).ToString(CultureInfo.InvariantCulture))] : [];

    internal bool TryCompose()
    {
        bool isResult = envelope.Code.Count == 0 && envelope.Items is { Failed: not null };
        Fill(failed: isResult ? 1 + options.Items.Count : 0, done: 0);
        string? message = Message();
        if (envelope.Code.Count > 0)
        {
            _body.SetCode(ConditionSetter.PathFor(envelope.When, envelope.Code, code!), code!);
        }
        else if (envelope.Items is { } shape)
        {
            MemberTree[] entries = [Cause(shape, new VendorItem { Code = code, Message = message }), .. options.Items.Select(item => Cause(shape, item))];
            if (shape.Failed is { } failed && !Array.TrueForAll(entries, entry => ConditionSetter.TrySatisfy(failed, entry)))
            {
                return false;
            }

            _body.SetList(shape.Path, entries);
        }

        if (envelope.Message.Count > 0)
        {
            SetMessages(envelope.Message[0], message);
        }

        SetFields();
        SetProof();
        return Finish() && (row?.When is null || ConditionSetter.TrySatisfy(row.When, _body));
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
            entries.Add(entry);
        }

        foreach (VendorItem item in failed)
        {
            MemberTree entry = Cause(shape, item);
            if (!ConditionSetter.TrySatisfy(shape.Failed!, entry))
            {
                return false;
            }

            entries.Add(entry);
        }

        _body.SetList(shape.Path, entries);
        return Finish();
    }

    internal ComposedResponse ToResponse(Vendor vendor) => new(vendor, status, _body.ToJson(), Operation.Method, Operation.Path)
    {
        Headers = _saysWaitInWords ? [] : RetryAfter(options.Wait),
        Shape = envelope,
    };

    /// <summary>Puts values in the places of the template, before anything is set that may look like one.</summary>
    private void Fill(int failed, int done)
    {
        _body.Resolve("{reason}", IsFailure ? reason : null);
        _body.Resolve("{status}", status);
        _body.Resolve("{failed}", failed);
        _body.Resolve("{done}", done);
        _body.Resolve("{time}", options.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        _body.Resolve("{id}", options.CorrelationId ?? MadeUpId);
        _body.Resolve("{method}", Operation.Method);
        _body.Resolve("{path}", Operation.Path);
    }

    private bool Finish()
    {
        if (options.CorrelationId is { } id && envelope.CorrelationId.Count > 0)
        {
            _body.Set(envelope.CorrelationId[0], id);
        }

        return ConditionSetter.TrySatisfy(envelope.When, _body);
    }

    private string? Message()
    {
        string? message = options.Message ?? row?.Name ?? code;
        if (options.Wait is not { } wait || !HidesInSuccess || envelope.Message.Count == 0)
        {
            return message;
        }

        _saysWaitInWords = true;
        long seconds = Seconds(wait);
        return $"{message?.TrimEnd('.')}. Please try again in {seconds} second{(seconds == 1 ? string.Empty : "s")}.";
    }

    private void SetMessages(string path, string? message)
    {
        // A path is named by a sentence, and words of validators come as a list of them.
        int most = envelope.FieldInText == FieldText.JsonPath ? 1 : int.MaxValue;
        string[] sentences = [.. options.Fields.Where(field => field.Field is not null).Select(Sentence).OfType<string>().Take(most)];
        if (sentences.Length > 0)
        {
            _body.SetTexts(path, sentences);
        }
        else if (message is not null)
        {
            _body.Set(path, message);
        }
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

    private void SetFields()
    {
        if (options.Fields.Count == 0 || envelope.Fields.Count == 0)
        {
            return;
        }

        FieldShape shape = envelope.Fields[0];
        MemberTree[] entries = [.. options.Fields.Select(field =>
        {
            var entry = new MemberTree();
            entry.SetIfAny(shape.Field, field.Field);
            entry.SetIfAny(shape.Code, field.Code);
            entry.SetIfAny(shape.Message, field.Message);
            entry.SetIfAny(shape.Value, field.Value);
            return entry;
        })];

        // Where the template shows no list, one field is an object.
        if (entries.Length == 1 && _body.Has(shape.Path) && !_body.IsFilled(shape.Path))
        {
            _body.SetObject(shape.Path, entries[0]);
        }
        else
        {
            _body.SetList(shape.Path, entries);
        }
    }

    /// <summary>Only where the shape shows the proof: a vendor may use one shape for products that have none.</summary>
    private void SetProof()
    {
        if (envelope.Proof is not { } proof || envelope.Template is null || !_body.Has(proof.Path))
        {
            return;
        }

        bool? executed = options.Executed ?? (row is null ? null : !IsFailure ? true : row.EffectiveEffect == Effect.None ? false : null);
        IReadOnlyList<string> texts = executed is null ? [] : executed.Value ? proof.Executed : proof.NotExecuted;
        if (texts.Count == 0)
        {
            _body.Remove(proof.Path);
        }
        else
        {
            _body.Set(proof.Path, texts[0]);
        }
    }

    private MemberTree Cause(ItemShape shape, VendorItem item)
    {
        MemberTree entry = _body.FirstOf(shape.Path);
        if (row is { IsHttpStatus: true } && string.Equals(item.Code, code, StringComparison.Ordinal))
        {
            entry.RemoveAll(shape.Code);
            entry.Set(shape.Status!, status);
        }
        else if (item.Code is { } itemCode && shape.Code.Count > 0)
        {
            entry.SetCode(shape.Failed is null ? shape.Code[0] : ConditionSetter.PathFor(shape.Failed, shape.Code, itemCode), itemCode);
        }

        entry.SetIfAny(shape.Message, item.Message);
        entry.SetIfAny(shape.Id, item.Id);
        entry.SetIfAny(shape.RequestPath, item.Path);
        entry.SetIfAny(shape.RequestMethod, item.Method);
        entry.SetIfAny(shape.Timestamp, item.Timestamp);
        if (shape.Status is not null && item.HttpStatus is { } own)
        {
            entry.Set(shape.Status, own);
        }

        return entry;
    }

    private static long Seconds(TimeSpan wait) => (long)Math.Ceiling(wait.TotalSeconds);
}
