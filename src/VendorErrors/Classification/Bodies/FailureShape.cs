using VendorErrors.Json;

namespace VendorErrors.Classification.Bodies;

/// <summary>
/// Whether a body that none of the vendor's envelopes takes reports a failure all the same: its root is an object, every member belongs to
/// the closed set of <see cref="FailureMembers"/>, and they say that something failed. The first other member ends the question, so
/// that a data record is never caught. The media type of RFC 9457 says it by itself.
/// </summary>
internal ref struct FailureShape
{
    private static readonly string[] s_no = ["false", "no", "0", "failed", "fail", "failure", "error"];
    private static readonly string[] s_failed = ["error", "fail", "failure"];

    // A state of a record too, unless words are beside it.
    private static readonly string[] s_failedState = ["failed", "ko", "nok"];

    // What some write where nothing went wrong.
    private static readonly string[] s_nothing = ["false", "0", "none", "null", "ok", "no error"];
    private static readonly string[] s_zero = ["0"];

    private bool _saysFailure;
    private bool _saysWithWords;
    private bool _hasWords;
    private bool _mayBeProblem;
    private int _status;
    private int _code;

    /// <summary>Whether the body reports a failure.</summary>
    /// <param name="body">The body, a JSON value without what may precede it.</param>
    /// <param name="response">The response.</param>
    /// <param name="status">The HTTP status that the body repeats, where it repeats one of a failure; else 0.</param>
    internal static bool Is(ReadOnlySpan<byte> body, in VendorResponse response, out int status)
    {
        status = 0;
        if (body.IsEmpty || body[0] != (byte)'{')
        {
            return false;
        }

        var shape = default(FailureShape);
        bool isClosed = shape.ReadMembers(body);
        if (isClosed && (shape._saysFailure || (shape._saysWithWords && shape._hasWords)))
        {
            status = shape._status != 0 ? shape._status : shape._code;
            return true;
        }

        if (!DeclaredType.IsProblem(response.ContentType ?? (shape._mayBeProblem ? DeclaredType.Of(response) : null)))
        {
            return false;
        }

        status = shape._status;
        return true;
    }

    /// <summary>Reads all members; false where one is not of the set.</summary>
    private bool ReadMembers(ReadOnlySpan<byte> body)
    {
        var scanner = new JsonScanner(body);
        scanner.Advance();
        for (var first = true; scanner.MoveToNext((byte)'}', first); first = false)
        {
            if (!scanner.ReadName(out JsonSlot name))
            {
                return false;
            }

            FailureMember member = FailureMembers.Find(body, name);
            if (member == FailureMember.None || !scanner.ReadValue(out JsonSlot value))
            {
                return false;
            }

            Note(member, body, value);
        }

        return scanner.Fault == JsonFault.None;
    }

    private void Note(FailureMember member, ReadOnlySpan<byte> body, JsonSlot value)
    {
        switch (member)
        {
            case FailureMember.Words or FailureMember.ProblemWords:
                _hasWords |= IsNotEmpty(body, value);
                _mayBeProblem |= member == FailureMember.ProblemWords;
                break;
            case FailureMember.Worked:
                _saysFailure |= value.Kind == JsonKind.False || IsOneOf(body, value, s_no);
                break;
            case FailureMember.Status:
                _status = HttpFailure(body, value) is var status and > 0 ? status : _status;
                _saysFailure |= _status > 0 || value.Kind == JsonKind.False || IsOneOf(body, value, s_failed);
                _saysWithWords |= IsOneOf(body, value, s_failedState);
                break;
            case FailureMember.Code:
                _code = HttpFailure(body, value) is var code and > 0 ? code : _code;
                _saysWithWords |= _code > 0;
                break;
            case FailureMember.Error:
                _saysFailure |= IsNotEmpty(body, value);
                break;
            default:
                _mayBeProblem |= member == FailureMember.ProblemType;
                break;
        }
    }

    private static int HttpFailure(ReadOnlySpan<byte> body, JsonSlot value) =>
        JsonText.TryReadInt64(body, value, out long number) && number is >= 400 and <= 599 ? (int)number : 0;

    private static bool IsOneOf(ReadOnlySpan<byte> body, JsonSlot value, string[] texts)
    {
        foreach (string text in texts)
        {
            if (JsonText.EqualsIgnoreCase(body, value, text))
            {
                return true;
            }
        }

        return false;
    }

    // What holds nothing, 0 and false included, says that there is no error.
    private static bool IsNotEmpty(ReadOnlySpan<byte> body, JsonSlot value) => value.Kind switch
    {
        JsonKind.Text => value.Length > 0 && !IsOneOf(body, value, s_nothing),
        JsonKind.Number => !IsOneOf(body, value, s_zero),
        JsonKind.Array => new JsonElements(value.Of(body)).HasAny(),
        JsonKind.Object => value.Of(body).IndexOf((byte)'"') >= 0,
        _ => value.Kind == JsonKind.True,
    };
}
