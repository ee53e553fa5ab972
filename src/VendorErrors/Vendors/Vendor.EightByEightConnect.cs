using VendorErrors.Definitions;

using static VendorErrors.ErrorCategory;

namespace VendorErrors;

public sealed partial class Vendor
{
    /// <summary>
    /// 8x8 Connect: callflow answers with negative codes and a proof of non-execution, platform answers with positive codes, and batch
    /// answers whose errors are in the items.
    /// Sources: developer.8x8.com/connect; read in 2026.
    /// </summary>
    public static Vendor EightByEightConnect { get; } = BuiltIn("8x8-connect", "8x8 Connect", () =>
    {
        var callflows = new SourceDocument("Voice Status Codes and Status Messages", "developer.8x8.com/connect/docs/status-error-code");
        var openApi = new SourceDocument("OpenAPI documents of 8x8 Connect", "developer.8x8.com/connect/reference");
        var platform = new SourceDocument("API error codes", "developer.8x8.com/connect/reference/api-error-codes");
        var lookup = new SourceDocument("Number lookup error codes", "developer.8x8.com/connect/docs/number-lookup-error-codes");

        return new VendorDefinition
        {
            Envelopes =
            [
                new Envelope("voice", Condition.Has("statusCode"))
                {
                    Template = """{"sessionStatus":"","callFlowRequestId":"{id}","statusCode":0,"statusMessage":""}""",
                    Code = ["statusCode"],
                    CodeMeaning = CodeMeaning.VendorOrHttpStatus,
                    Space = "voice",
                    Message = ["statusMessage", "message"],
                    CorrelationId = ["callFlowRequestId", "errorId"],
                    FieldInText = FieldText.JsonPath,
                    Proof = NotCreated(),
                },
                new Envelope("callflow session", Condition.Has("sessionStatus"))
                {
                    Message = ["statusMessage"],
                    CorrelationId = ["callFlowRequestId"],
                    Proof = NotCreated(),
                },
                new Envelope("platform", Condition.Has("code").And(Condition.Has("message").Or(Condition.Has("errorId"))))
                {
                    Template = """{"code":0,"message":"","errorId":"{id}","timestamp":"{time}"}""",
                    Code = ["code"],
                    CodeMeaning = CodeMeaning.VendorOrHttpStatus,
                    Message = ["message"],
                    CorrelationId = ["errorId"],
                },

                // Batches of both message APIs: a text code in one, a number in the other.
                new Envelope("batch", Condition.Has("rejectedCount").Or(Condition.Has("acceptedCount")))
                {
                    Template = """{"batchId":"{id}","acceptedCount":"{done}","rejectedCount":"{failed}","messages":[]}""",
                    FailureStatus = 200,
                    Items = new ItemShape("messages")
                    {
                        Failed = Condition.Is("status.code", "REJECTED").Or(Condition.Is("status.state", "rejected", "failed", "error")),
                        Code = ["status.errorCode", "status.code"],
                        Message = ["status.errorMessage", "status.description"],
                        Id = ["clientMessageId", "umid"],
                    },
                    CorrelationId = ["batchId"],
                    Outcomes =
                    [
                        new OutcomeRule(Condition.Between("rejectedCount", 1, long.MaxValue).And(Condition.Between("acceptedCount", 1, long.MaxValue)), VendorOutcome.PartialSuccess),
                        new OutcomeRule(Condition.Between("rejectedCount", 1, long.MaxValue), VendorOutcome.Failure) { Category = ValidationFailed, Effect = Effect.None },
                        new OutcomeRule(Condition.Between("rejectedCount", 0, 0).Or(Condition.Between("acceptedCount", 1, long.MaxValue)), VendorOutcome.Success),
                    ],
                },
                new Envelope("number lookup", Condition.Has("phoneNumber").And(Condition.Is("status.state", "error")))
                {
                    Template = """{"requestId":"{id}","phoneNumber":"+6591000000","status":{"state":"error"}}""",
                    FailureStatus = 200,
                    Code = ["status.errorCode"],
                    Space = "lookup",
                    Message = ["status.errorMessage"],
                    CorrelationId = ["requestId"],
                },
                // Reading a message that failed is a success of the reading.
                new Envelope("message details", Condition.Has("status.state"))
                {
                    Operation = "GET messages/*",
                    Outcomes = [new OutcomeRule(Condition.Has("status.state"), VendorOutcome.Success)],
                },
                new Envelope("chat message", Condition.Is("status.state", "rejected", "failed", "error"))
                {
                    Template = """{"umid":"{id}","status":{"state":"","timestamp":"{time}"}}""",
                    FailureStatus = 200,
                    Code = ["status.errorCode", "status.state"],
                    Message = ["status.errorMessage"],
                    CorrelationId = ["umid"],
                },
                new Envelope("text message", Condition.Is("status.code", "QUEUED", "REJECTED"))
                {
                    Template = """{"umid":"{id}","status":{"code":"","description":""}}""",
                    FailureStatus = 200,
                    Code = ["status.code"],
                    Message = ["status.description"],
                    CorrelationId = ["umid"],
                },

                // The flow was created as a draft, with faults in it.
                new Envelope("flow", Condition.NotEmpty("validationErrors"))
                {
                    Fields = [new FieldShape("validationErrors") { Field = "pointers[].path", Code = "error", Message = "message" }],
                    Outcomes =
                    [
                        new OutcomeRule(Condition.IsFalse("success"), VendorOutcome.Failure) { Category = ValidationFailed, Basis = Basis.Inferred },
                        new OutcomeRule(Condition.NotEmpty("validationErrors"), VendorOutcome.SuccessWithWarning),
                    ],
                },
            ],
            Codes =
            [
                new CodeSection(callflows, Basis.Documented,
                [
                    new("1", "Created", VendorOutcome.Success),
                    new("-1001", "Invalid JSON request body", InvalidRequest),
                    new("-1002", "Speech profile or language parameter invalid", ValidationFailed),
                    new("-1003", "Valid maxDigits required when minDigits provided", ValidationFailed),
                    new("-1004", "DTMF callback url not provided", ValidationFailed),
                    new("-1005", "Valid overallTimeout is required when digitTimeout provided", ValidationFailed),
                    new("-1006", "OverallTimeout should be greater than digitTimeout", ValidationFailed),
                    new("-1007", "Invalid action type was used. Accepted action type is [say, sayAndcapture, makeCall, hangup, playFile]", ValidationFailed),
                    new("-1008", "Valid maxDigits is required when completeOnHash is false", ValidationFailed),
                    new("-1009", "Invalid call flow entry provided. [Additional error details here].", ValidationFailed),
                    new("-1010", "Some actions are provided beyond the allowed count", ValidationFailed),
                    new("-1011", "Multiple destination phone numbers found in the request", ValidationFailed),
                    new("-1012", "Invalid Callflow : Incorrect use of action Hangup", ValidationFailed),
                    new("-1013", "Invalid Callflow : First action should be a MakeCall action", ValidationFailed),
                    new("-1014", "Source or caller ID is not allowed", SenderNotAllowed),
                    new("-1015", "The validity period of the call flow request has expired", Gone) { Note = "The time in the body has passed, so the same body can never work." },
                    new("-1016", "Invalid Callflow Content: Some special characters are invalid/unaccepted", ValidationFailed),
                    new("-1017", "Invalid MSISDN format in Destination", InvalidDestination),
                    new("-1018", "\"Invalid Callflow: \" or \"Execute Scenario cannot be processed together with other actions", ValidationFailed),
                    new("-1019", "Invalid Callflow Content: scenarioName is null or empty", ValidationFailed),
                    new("-1020", "Invalid Callflow: Invalid scenarioName or the account doesn't have permission to execute this scenario", ValidationFailed) { Note = "A wrong name, or a right that is missing; the code does not tell which." },
                    new("-9999", "An unknown error has occurred.", VendorUnspecified),
                    new("-1001", "Callflow validation", ValidationFailed) { LastCode = "-1999", Note = "A negative code with NOT_CREATED is a validation error." },
                ])
                {
                    Space = "voice",
                },
                new CodeSection(openApi, Basis.Documented,
                [
                    new("0", "ok", VendorOutcome.Success) { Note = "Voice endpoints other than callflows." },
                    new("401", "Unauthorized", Unauthenticated),
                    new("404", "Not found", NotFound),
                    new("500", "Internal server error", VendorInternal),
                    new("1001", "Invalid JSON request body", InvalidRequest) { Note = "Webhook configuration writes the callflow code without its sign, as a text." },
                ])
                {
                    Space = "voice",
                },
                new CodeSection(openApi, Basis.Inferred,
                [
                    new("1002", "Callflow validation without the sign", ValidationFailed) { LastCode = "1999" },
                ])
                {
                    Space = "voice",
                },
                new CodeSection(platform, Basis.Documented,
                [
                    new("1000", "Invalid parameter", ValidationFailed),
                    new("1001", "Illegal SubAccountId", ValidationFailed),
                    new("1002", "Invalid MSISDN", InvalidDestination),
                    new("1003", "Invalid Encoding", ValidationFailed),
                    new("1004", "Invalid Text", ValidationFailed),
                    new("1005", "Invalid Source", ValidationFailed),
                    new("1006", "Invalid Expiry", ValidationFailed),
                    new("1007", "Invalid SMS Template", ValidationFailed),
                    new("1008", "Invalid ID", ValidationFailed),
                    new("1009", "Invalid Country Code", ValidationFailed),
                    new("1010", "Parameter out of range", ValidationFailed),
                    new("1011", "Invalid Schedule Time", ValidationFailed),
                    new("1012", "Invalid Ip Address", ValidationFailed),
                    new("1100", "Bulk limit reached", PayloadTooLarge),
                    new("1200", "Unauthorized Access", Unauthenticated),
                    new("1201", "Access forbidden", PermissionDenied),
                    new("1300", "Not found", NotFound) { Note = "Also for what has expired." },
                    new("1400", "Resending interval violation", RateLimited) { Note = "Too early a repetition, under HTTP 403: a throttle, not a matter of rights." },
                    new("2000", "Internal Error", VendorInternal),
                    new("2001", "Function not implemented", UnsupportedOperation),
                    new("2002", "Unsupported API version", UnsupportedOperation),
                    new("2003", "Unsupported product", UnsupportedOperation),
                    new("3001", "Missed User", ValidationFailed),
                    new("3002", "Missed MSISDN", InvalidDestination),
                    new("3003", "Invalid MSISDN", InvalidDestination),
                    new("3004", "Missed Content", ValidationFailed),
                    new("3005", "Missed Text", ValidationFailed),
                    new("3006", "Too long text", ValidationFailed),
                    new("3007", "Missed Media URL", ValidationFailed),
                    new("3008", "Invalid Media URL", ValidationFailed),
                    new("3009", "Too long ClientMessageId", ValidationFailed),
                    new("3010", "Invalid Content Type", UnsupportedContent),
                    new("3011", "Too long SMS Source", ValidationFailed),
                    new("3012", "Missed messages", ValidationFailed),
                    new("3013", "Too much messages", PayloadTooLarge),
                    new("3014", "Too long ClientBatchId", ValidationFailed),
                    new("3015", "Missed UserId", ValidationFailed),
                    new("3016", "Missed WeChatUserId", ValidationFailed),
                    new("3017", "Too long Fallback text", ValidationFailed),
                    new("3018", "Invalid Country code", ValidationFailed),
                    new("3019", "Missed FacebookUserId", ValidationFailed),
                    new("3020", "Invalid DR Callback URL", ValidationFailed),
                    new("3021", "Empty or Invalid Location", ValidationFailed),
                    new("3022", "Invalid Fallback Channel", ValidationFailed),
                    new("3023", "Invalid Fallback Delay range", ValidationFailed),
                    new("3024", "Invalid Fallback Status", ValidationFailed),
                    new("3025", "Invalid Fallback Status Delivered", ValidationFailed),
                    new("3026", "Invalid Fallback Status Read", ValidationFailed),
                    new("3027", "Invalid Fallback SubAccount Channel", ValidationFailed),
                    new("3028", "Missed ZaloUserId", ValidationFailed),
                    new("3029", "Missed UMID", ValidationFailed),
                    new("3030", "Empty Template", ValidationFailed),
                    new("3031", "Invalid Template Name Length", ValidationFailed),
                    new("3032", "Invalid Template Name", ValidationFailed),
                    new("3033", "Too much template parameters passed", ValidationFailed),
                    new("3034", "Invalid template components combination", ValidationFailed),
                    new("3035", "SubAccount don't have channels, supported templates", FeatureNotEnabled),
                    new("3036", "Empty Template language", ValidationFailed),
                    new("3037", "Invalid Template language", ValidationFailed),
                    new("3038", "Template not found", NotFound),
                    new("3039", "Invalid Template Component type", ValidationFailed),
                    new("3040", "Empty template parameters", ValidationFailed),
                    new("3041", "Invalid Template parameter", ValidationFailed),
                    new("3042", "Invalid Template parameter type", ValidationFailed),
                    new("3043", "Template Text parameter length exceeded", ValidationFailed),
                    new("3044", "Template Location parameter empty", ValidationFailed),
                    new("3045", "Template parameter not allowed", ValidationFailed),
                    new("3046", "Template parameter URL is invalid", ValidationFailed),
                    new("3047", "Missed WhatsApp UserID", ValidationFailed),
                    new("3048", "Using ChatGroupId with UserId not allowed", ValidationFailed),
                    new("3049", "Invalid button parameter", ValidationFailed),
                    new("3050", "Missed KakaoId", ValidationFailed),
                    new("3051", "Invalid Fallback ChannelID", ValidationFailed),
                    new("3052", "Invalid Template Component SubType", ValidationFailed),
                    new("3053", "Invalid index", ValidationFailed),
                    new("3060", "Template is being deleted", InvalidState) { Note = "Four weeks at the vendor behind it: no wait of ours." },
                ]),
                new CodeSection(platform, Basis.Observed,
                [
                    new("1014", "Insecure Protocol: unsupported TLS version", UnsupportedOperation) { Note = "The TLS version is too old; HTTP 426." },
                ]),
                new CodeSection(openApi, Basis.Documented,
                [
                    new("429", "Quota exceeded", RateLimited) { Note = "Called a quota, and a rate: 1 second and it goes on." },
                    new("1001", "Illegal SubAccountId", NotFound) { OnHttpStatus = 404 },
                    new("4018", "Invalid jobId", NotFound),
                    new("5003", "A group with the same name already exists", AlreadyExists),
                    new("QUEUED", "Accepted and queued for processing", VendorOutcome.Success),
                    new("REJECTED", "Rejected", ValidationFailed) { Refinements = [new("invalid MSISDN", InvalidDestination), new("MSISDN is invalid", InvalidDestination), new("MSISDN is not valid", InvalidDestination), new("internal server error", VendorInternal)], Effect = Effect.None, Note = "The reason stands in the description alone." },
                    new("failed", "Failed", VendorUnspecified) { Note = "It was taken on before it failed, so it may have been sent." },
                    new("error", "Error", VendorUnspecified),
                ]),
                new CodeSection(platform, Basis.Inferred,
                [
                    new("1000", "Request parameters", ValidationFailed) { LastCode = "1199" },
                    new("3000", "Request content", ValidationFailed) { LastCode = "3999" },
                ]),
                new CodeSection(lookup, Basis.Documented,
                [
                    new("2000", "Internal error or unknown provider error", VendorInternal) { Effect = Effect.None },
                    new("2004", "Provider Timeout", VendorTimeout) { Effect = Effect.None },
                    new("2005", "Provider Error", UpstreamFailure) { Effect = Effect.None },
                    new("2006", "The pricing plan for the request is not configured", FeatureNotEnabled),
                    new("2007", "Not enough account balance", ErrorCategory.PaymentRequired),
                    new("6000", "Live lookup on destination operator is currently not available", UpstreamFailure) { Effect = Effect.None },
                    new("6001", "SIM card is offline", InvalidDestination),
                    new("6002", "Mobile subscriber not reachable", InvalidDestination),
                    new("6003", "SIM card is deactivated", InvalidDestination),
                    new("6004", "Routing error", UpstreamFailure) { Effect = Effect.None },
                    new("6005", "SIM card is full", InvalidDestination),
                ])
                {
                    Space = "lookup",
                },
            ],
            WaitHints = [WaitHint.BodyField("retryAfter", WaitUnit.Date)],

            // The OpenAPI document lists sessionStatus and statusCode as required in the answer to a callflow, and in no other.
            RequiredEnvelope = new RequiredEnvelope("POST callflows"),
            Operations =
            [
                // Each check of a code uses up one of five attempts.
                new OperationRule("GET sessions/*", OperationSafety.NonIdempotentWrite),
            ],
        };

        static Proof NotCreated() => new("sessionStatus") { NotExecuted = ["NOT_CREATED"], Executed = ["CREATED"] };
    });
}
