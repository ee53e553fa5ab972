using VendorErrors.Definitions;

using static VendorErrors.ErrorCategory;

namespace VendorErrors;

public sealed partial class Vendor
{
    /// <summary>
    /// Yeastar P-Series PBX: <c>errcode</c> and <c>errmsg</c> under HTTP 200, tokens that time out, and GET requests that delete.
    /// Sources: help.yeastar.com, developer guides of the P-Series editions; read in 2026.
    /// </summary>
    public static Vendor YeastarPSeries { get; } = BuiltIn("yeastar-p-series", "Yeastar P-Series PBX", () =>
    {
        var table = new SourceDocument("Error Code and Error Message", "help.yeastar.com/en/p-series-cloud-edition/developer-guide/error-code-and-error-message.html");
        var result = new SourceDocument("Response Result", "help.yeastar.com/en/p-series-appliance-edition/developer-guide/response-result.html");
        var tokens = new SourceDocument("Get Access Token", "help.yeastar.com/en/p-series-appliance-edition/developer-guide/get-access-token.html");
        var notes = new SourceDocument("Public clients and tickets that quote openapi.log", "github.com/FOEDI/mcp-yeastar-pseries-pbx and others");

        return new VendorDefinition
        {
            Envelopes =
            [
                new Envelope("errcode", Condition.Has("errcode"))
                {
                    Template = """{"errcode":0,"errmsg":""}""",
                    FailureStatus = 200,
                    Code = ["errcode"],
                    Message = ["errmsg", "submsg"],
                    Fields =
                    [
                        new FieldShape("invalid_param_list") { Field = "field", Message = "validation_type", Value = "value" },
                        new FieldShape("duplicate_field_list") { Field = "field", Message = "external_source_name", Value = "value" },
                    ],
                },

                // The S-Series and the old Cloud PBX answer in another family of codes, in which 10004 is a blank parameter.
                new Envelope("other Yeastar product", Condition.Has("errno").And(Condition.Is("status", "Failed")))
                {
                    Template = """{"status":"Failed","errno":""}""",
                    FailureStatus = 200,
                    Code = ["errno"],
                    Space = "s-series",
                    Message = ["errmsg", "message"],
                },
            ],
            Codes =
            [
                new CodeSection(table, Basis.Documented,
                [
                    new("-2", "INTERNAL SERVER ERROR", VendorInternal),
                    new("-1", "FAILURE", VendorUnspecified),
                    new("0", "SUCCESS", VendorOutcome.Success),
                    new("1", "PARTIAL SUCCESS", VendorOutcome.PartialSuccess),
                    new("2", "PROCESSING", VendorOutcome.Accepted),
                    new("10001", "INTERFACE NOT EXISTED", UnsupportedOperation),
                    new("10002", "API VERSION OUT OF MAINTENANCE", UnsupportedOperation),
                    new("10003", "API VERSION UNSUPPORTED", UnsupportedOperation),
                    new("10004", "TOKEN EXPIRED", CredentialExpired) { Note = "Also the answer to a missing token, or one in a header (observed): refresh once, then stop." },
                    new("10005", "ACCESS DENIED", PermissionDenied),
                    new("40001", "PARAMETER SYNTAX ERROR", InvalidRequest),
                    new("40002", "PARAMETER ERROR", ValidationFailed) { Note = "Also the answer to a missing User-Agent (observed)." },
                    new("40003", "DUPLICATE KEY VALUE", AlreadyExists),
                    new("40004", "FILE SIZE EXCEEDED", PayloadTooLarge),
                    new("60001", "DATA NOT FOUND", NotFound),
                    new("60002", "MAX LIMITATION EXCEEDED", LimitReached),
                    new("60101", "ROLE NOT EXISTED", NotFound),
                    new("70004", "ACCOUNT IP BLOCKED", SourceBlocked),
                    new("70082", "OVERLOAD_TASK_RUNNING", ConcurrencyLimited) { Note = "A long-running task is in progress." },
                    new("70084", "ACTION FORBIDDEN", PermissionDenied),
                    new("70087", "IP FORBIDDEN", SourceBlocked),
                    new("70091", "CONNECTION_RELATION_EXISTED", InvalidState),
                    new("70093", "PHONEBOOK_NOT_EXISTED", NotFound),
                    new("70106", "RATE_NOT_EXISTED", NotFound),
                    new("70120", "ORGANIZATION DISABLED", FeatureNotEnabled),
                    new("70123", "API UNAVAILABLE", FeatureNotEnabled) { Note = "A matter of configuration, in spite of the word." },
                    new("70128", "CONTACTS_NOT_EXISTED", NotFound),
                    new("70130", "CAHNNEL ID NOT FOUND", NotFound),
                    new("70132", "OPERATION NOT SUPPORTED", UnsupportedOperation),
                    new("70510", "MAX PARTICIPANTS EXCEEDED", LimitReached),
                    new("70516", "WAKEUP CALL ALARM NOT EXISTED", NotFound),
                    new("70524", "CAN'T CHECKOUT WHEN PMS CHECKIN", InvalidState),
                    new("70525", "CAN'T OPERATE WITH PMS CONNECT", InvalidState),
                    new("70537", "RESPONSE_ERRCODE_DEST_NOT_EXISTED", NotFound),
                    new("70536", "RESPONSE_ERRCODE_LANGUAGE_NOT_EXISTED", NotFound),
                    new("70539", "RESPONSE_ERRCODE_IVR_ADVANCED_SETTING_FORBID", InvalidState),
                    new("70542", "PROMPT NOT EXISTED", NotFound),
                    new("70547", "MESSAGE SERVICE UNAVAILABLE", VendorUnavailable),
                    new("70550", "FILE TYPE NOT SUPPORTED", UnsupportedContent),
                    new("70621", "RECIPIENT NUMBER CANNOT BE EMPTY", InvalidDestination),
                    new("70623", "SENDING TIME CANNOT BE IN THE PAST", ValidationFailed),
                    new("70651", "RESPONSE_ERRCODE_REACH_RECORDING_DOWNLOAD_LIMIT", ConcurrencyLimited) { Note = "A limit on downloads at the same time." },
                    new("70653", "THE CONVERSATION HAS BEEN ARCHIVED", InvalidState),
                    new("70654", "THE CONVERSATION HAS NOT BEEN ARCHIVED", InvalidState),
                    new("70655", "THE CONVERSATION HAS BEEN REMOVED", Gone),
                    new("70656", "API FUNCTION IS NOT ENABLED", FeatureNotEnabled),
                    new("70657", "THE SESSION HAS EXPIRED AND ONLY TEMPLATE MESSAGES OR MESSAGES WITH TAGS CAN BE SENT", InvalidState) { Note = "The messaging window of the channel, not a credential." },
                    new("80010", "NO PERMISSION TO OBTAIN", PermissionDenied),
                    new("80011", "SESSION ALREADY EXISTS", AlreadyExists),
                    new("80012", "NO PERMISSION TO CREATE A SESSION", PermissionDenied),
                    new("80013", "INVALID CHANNEL NUMBER", ValidationFailed),
                    new("80014", "SESSION DOES NOT EXIST", NotFound),
                    new("80015", "ONLY ONE MESSAGE TYPE IS ALLOWED OR THE MESSAGE FORMAT IS INCORRECT", ValidationFailed),
                    new("80016", "SESSION CLOSED", InvalidState),
                    new("80017", "THE SESSION CANNOT BE TRANSFERRED TO ITSELF", ValidationFailed),
                    new("80018", "INVALID MESSAGE CHANNEL", ValidationFailed),
                    new("80019", "THE SESSION HAS NOT BEEN PICKED UP", InvalidState),
                    new("80050", "THE SESSION CANNOT BE PICKED UP", InvalidState),
                    new("80051", "THE MESSAGE QUEUE DOES NOT EXIST", NotFound),
                    new("80052", "THE MESSAGE QUEUE HAS NO AGENTS", InvalidState),
                    new("80053", "SYSTEM MESSAGE DELETION IS NOT ALLOWED", InvalidState),
                    new("10009", "OPERATION FAILED", FeatureNotEnabled) { Note = "A feature that is off, or a right that is missing; not in every edition's table." },
                ]),
                new CodeSection(result, Basis.Documented,
                [
                    new("-1", "FAILURE", Unauthenticated) { Operation = "get_token", Note = "The documented answer to wrong credentials. Five of them block the IP address." },
                ]),
                new CodeSection(tokens, Basis.Documented,
                [
                    new("60002", "MAX LIMITATION EXCEEDED", LimitReached)
                    {
                        Operation = "get_token",
                        Note = "All eight token slots are in use; each further try burns one more.",
                        Advice = new Advice("Use a token you hold, revoke one with del_token, or wait until one expires.", Audience.Operator),
                    },
                ]),
                new CodeSection(notes, Basis.Observed,
                [
                    new("-2", "INTERNAL SERVER ERROR", InvalidRequest) { When = Condition.NotEmpty("invalid_param_list"), Note = "Logged for the client's own malformed JSON, with the parser's words in the list." },
                    new("20004", "NO ACTIVE COLLABORATION", InvalidState),
                ]),
                new CodeSection(notes, Basis.Inferred,
                [
                    new("10004", "TOKEN EXPIRED", Unauthenticated)
                    {
                        Operation = "refresh_token",
                        Note = "The refresh token itself timed out, so another refresh cannot help.",
                        Advice = new Advice("Sign in again with get_token.", Audience.Program),
                    },
                ]),
            ],
            RequiredEnvelope = new RequiredEnvelope("openapi/**") { Always = true },
            Operations =
            [
                new OperationRule("GET */delete", OperationSafety.NonIdempotentWrite) { Purpose = OperationPurpose.Delete },
                new OperationRule("GET */*_delete", OperationSafety.NonIdempotentWrite) { Purpose = OperationPurpose.Delete, Basis = Basis.Inferred },
                new OperationRule("POST */*update*", OperationSafety.NonIdempotentWrite) { Basis = Basis.Inferred },
                new OperationRule("GET del_token", OperationSafety.NonIdempotentWrite) { Purpose = OperationPurpose.Delete },
                new OperationRule("POST *delete", OperationSafety.NonIdempotentWrite) { Purpose = OperationPurpose.Delete },
            ],
        };
    });
}
