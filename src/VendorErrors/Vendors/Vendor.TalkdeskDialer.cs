using VendorErrors.Definitions;

using static VendorErrors.ErrorCategory;

namespace VendorErrors;

public sealed partial class Vendor
{
    /// <summary>
    /// Talkdesk Advanced Dialer: an envelope of <c>statusCode</c>, <c>message</c> and <c>payload</c> around every answer, errors
    /// under HTTP 200 included, with Azure API Management in front of it.
    /// Sources: docs.talkdesk.com/docs/standard-response-format and error-handling; read in 2026.
    /// </summary>
    public static Vendor TalkdeskDialer { get; } = BuiltIn("talkdesk-dialer", "Talkdesk Advanced Dialer", () =>
    {
        var format = new SourceDocument("Standard Response Format", "docs.talkdesk.com/docs/standard-response-format");
        var gateway = new SourceDocument("Azure API Management: policy errors", "learn.microsoft.com/azure/api-management/api-management-error-handling-policies");

        return new VendorDefinition
        {
            Envelopes =
            [
                // Azure API Management in front of the dialer repeats the HTTP status and has no payload.
                new Envelope("Azure API Management", Condition.Between("statusCode", 100, 599).And(Condition.Lacks("payload")))
                {
                    Template = """{"statusCode":401,"message":""}""",
                    Code = ["statusCode"],
                    CodeMeaning = CodeMeaning.HttpStatus,
                    Message = ["message"],
                    CorrelationId = ["activityId"],
                },
                new Envelope("dialer envelope", Condition.Has("statusCode"))
                {
                    Template = """{"statusCode":0,"message":"","payload":null}""",
                    FailureStatus = 200,
                    Code = ["statusCode"],
                    Message = ["message"],
                    CorrelationId = ["eventId", "payload.eventId"],
                    CorrelationIdInText = "eventId",
                    Fields = [new FieldShape("payload") { Field = "field", Code = "code" }],
                },

                // The main Talkdesk REST API answers on the same host.
                new Envelope("Talkdesk REST API", Condition.Has("code").And(Condition.Has("message")))
                {
                    Template = """{"code":"","message":"","description":""}""",
                    Code = ["code"],
                    Space = "rest",
                    Message = ["message", "description"],
                    Fields = [new FieldShape("fields") { Field = "name", Message = "description" }],
                },
            ],
            Codes =
            [
                new CodeSection(format, Basis.Documented,
                [
                    new("0", "Success", VendorOutcome.Success),
                    new("1", "Warning", VendorOutcome.SuccessWithWarning),
                    new("2", "Error", VendorUnspecified),
                    new("3", "Authentication Failed", Unauthenticated),
                    new("4", "Authorization Failed", PermissionDenied),
                    new("5", "Validation Error", ValidationFailed),
                    new("6", "Not Found", NotFound),
                    new("8", "System Error", VendorInternal) { Wait = TimeSpan.FromSeconds(60), MaxRetryAttempts = 1, Note = "Wait 60 s and try once more." },
                    new("9", "Timeout", VendorTimeout),
                    new("10", "Rate Limited", RateLimited) { Wait = TimeSpan.FromSeconds(1), WaitDoubles = true, Note = "Wait 1, 2, 4 s and so on, or as long as the sentence asks." },
                ]),
                new CodeSection(gateway, Basis.Documented,
                [
                    new("401", "Subscription key missing or invalid", Unauthenticated),
                    new("403", "Forbidden by a gateway policy", PermissionDenied)
                    {
                        Refinements = [new("Caller IP address", SourceBlocked), new("IP address for the caller", SourceBlocked)],
                        Note = "A sentence about a used-up quota, or a Retry-After, makes it that.",
                        Advice = new Advice("A policy of the gateway refused it: check the product of the subscription key, and ask Talkdesk which policy did.", Audience.AccountOwner),
                    },
                    new("404", "Resource not found", UnsupportedOperation) { When = Condition.Between("statusCode", 404, 404), Note = "The gateway knows no such operation." },
                    new("429", "Rate limit is exceeded", RateLimited),
                ])
                {
                    IsHttpStatus = true,
                },
            ],
            RequiredEnvelope = new RequiredEnvelope("Advanced Dialer/**")
            {
                // Documented without the envelope, against the statement that every response has it.
                Except = ["Customer/*/definitions"],
            },
            Operations =
            [
                new OperationRule("POST Customer/*/search", OperationSafety.Read),
            ],
        };
    });
}
