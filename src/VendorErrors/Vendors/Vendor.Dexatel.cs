using VendorErrors.Definitions;

using static VendorErrors.ErrorCategory;

namespace VendorErrors;

public sealed partial class Vendor
{
    /// <summary>
    /// Dexatel: a truthful HTTP status with a list of errors, each with a status, a code and a message of its own.
    /// Sources: developers.dexatel.com (status and error codes; the tables of each operation) and the older pages at
    /// dexatel.com/developers; read in 2026.
    /// </summary>
    public static Vendor Dexatel { get; } = BuiltIn("dexatel", "Dexatel", () =>
    {
        var statuses = new SourceDocument("Status and Error Codes", "developers.dexatel.com/docs/status-and-error-codes");
        var messages = new SourceDocument("Send a message", "developers.dexatel.com/reference/messages-send");
        var verifications = new SourceDocument("Create a verification", "developers.dexatel.com/reference/fallback-create-verification");
        var audiences = new SourceDocument("Create an audience", "developers.dexatel.com/reference/audiences-create");
        var older = new SourceDocument("Older API reference", "dexatel.com/developers");

        return new VendorDefinition
        {
            SuccessMayCarryError = false,
            Envelopes =
            [
                new Envelope("error list", Condition.Has("errors"))
                {
                    Template = """{"errors":[{"timestamp":"{time}","path":"{path}","method":"{method}","status":"{status}","message":"","code":0}]}""",
                    Items = new ItemShape("errors")
                    {
                        Code = ["code"],
                        Message = ["message"],
                        Status = "status",
                        RequestPath = "path",
                        RequestMethod = "method",
                        Timestamp = "timestamp",
                    },
                },
            ],
            Codes =
            [
                new CodeSection(statuses, Basis.Documented,
                [
                    new("200", "OK", VendorOutcome.Success),
                    new("201", "Create", VendorOutcome.Success),
                    new("202", "Accepted", VendorOutcome.Accepted),
                    new("204", "No Content", VendorOutcome.Success),
                    new("400", "Bad Request", InvalidRequest),
                    new("401", "Unauthorized", Unauthenticated),
                    new("403", "Forbidden", PermissionDenied),
                    new("404", "Not Found", NotFound),
                    new("405", "Method Not Allowed", UnsupportedOperation),
                    new("409", "Conflict", AlreadyExists) { Note = "The vendor documents it for attributes that must be unique." },
                    new("412", "Precondition Failed", ConcurrencyConflict),
                    new("413", "Payload Too Large", ErrorCategory.PayloadTooLarge),
                    new("414", "URI Too Long", ErrorCategory.PayloadTooLarge),
                    new("415", "Unsupported Media Type", UnsupportedContent),
                    new("429", "Too Many Requests", RateLimited),
                ])
                {
                    IsHttpStatus = true,
                },
                new CodeSection(messages, Basis.Documented,
                [
                    new("1005", "Invalid JSON body", InvalidRequest),
                    new("1007", "Request data is missing", ValidationFailed),
                    new("1503", "Message sender is missing", ValidationFailed),
                    new("1504", "Invalid message sender", ValidationFailed),
                    new("1505", "Message sender is not found", SenderNotAllowed),
                    new("1506", "Message recipients are missing", InvalidDestination),
                    new("1507", "Message recipients are too many", PayloadTooLarge),
                    new("1508", "'data.text' is required", ValidationFailed),
                    new("1510", "Message text is too long", ValidationFailed),
                    new("1512", "Invalid template id", ValidationFailed),
                    new("1513", "Template is not found", NotFound),
                    new("1514", "Template variables are missing", ValidationFailed),
                    new("1515", "Invalid channel", ValidationFailed),
                    new("1516", "Image messages are not supported for whatsapp channel", UnsupportedContent),
                    new("1517", "Button messages are not supported for whatsapp channel", UnsupportedContent),
                    new("1518", "Image messages are not supported for sms channel", UnsupportedContent),
                    new("1519", "Button messages are not supported for sms channel", UnsupportedContent),
                    new("1520", "Button is missing", ValidationFailed),
                    new("1523", "Invalid recipient number(s)", InvalidDestination),
                    new("1524", "Your account is not yet activated", AccountDisabled),
                    new("1525", "You have reached your test message limit", QuotaExhausted),
                    new("1526", "Variable value is too long", ValidationFailed),
                    new("1530", "Blocked number", DestinationBlocked) { Advice = new Advice("Use another number, or have this one unblocked.", Audience.AccountOwner) },
                    new("1531", "Blocked country", DestinationBlocked),
                    new("1532", "'data.url' is required when 'data.type' either IMAGE or VIDEO", ValidationFailed),
                    new("1533", "'data.url' and 'data.filename' are required when 'data.type' is DOCUMENT", ValidationFailed),
                    new("1534", "'data.type' is required", ValidationFailed),
                    new("1535", "Opt-out link could not be generated", VendorUnspecified),
                    new("1536", "Viber template status must be COMPLETED", InvalidState),
                    new("1537", "Viber template is missing viber_template data", InvalidState),
                    new("1538", "Viber template does not have provider template id", InvalidState),
                    new("1705", "Invalid payload", ValidationFailed),
                    new("1625", "'data.from' is blocked", SenderNotAllowed) { Operation = "POST messages", Note = "Elsewhere the number has meant an invalid template." },
                ]),
                new CodeSection(verifications, Basis.Documented,
                [
                    new("1619", "Email is missing", ValidationFailed),
                    new("1620", "'sender' is missing", ValidationFailed),
                    new("1621", "'phone' is missing", InvalidDestination),
                    new("1622", "'template' is missing", ValidationFailed),
                    new("1623", "Invalid code length (4 to 8)", ValidationFailed),
                    new("1624", "Template does not contain keyword {code}", ValidationFailed),
                    new("1626", "'data.template' does not contain keyword {code}", ValidationFailed),
                    new("1628", "Incompatible template was provided", ValidationFailed),
                    new("1629", "Provide either 'data.code' or 'data.code_length'", ValidationFailed),
                    new("1631", "'data.code' must be valid", ValidationFailed),
                    new("1632", "'data.code' should be numeric", ValidationFailed),
                    new("1634", "Number of fallback priorities", ValidationFailed),
                    new("1635", "Template id is required", ValidationFailed),
                    new("1636", "Fallback equals main channel", ValidationFailed),
                    new("1637", "Fallbacks must be unique", ValidationFailed),
                    new("1638", "Fallback threshold out of range", ValidationFailed),
                    new("1639", "Fallback needs a sender", ValidationFailed),
                    new("1640", "'data.ttl_in_seconds' must be numeric", ValidationFailed),
                    new("1641", "TTL not supported for VOICE", ValidationFailed),
                    new("1642", "TTL not supported for SMS", ValidationFailed),
                    new("1643", "TTL not supported for WHATSAPP", ValidationFailed),
                    new("1644", "TTL out of range", ValidationFailed),
                    new("1645", "VIBER fallback TTL out of range", ValidationFailed),
                    new("1646", "TTL not supported for the channel", ValidationFailed),
                    new("1647", "TELEGRAM fallback TTL out of range", ValidationFailed),
                    new("1648", "'data.phone' must be E.164 for Telegram", InvalidDestination),
                    new("1649", "TTL out of range for Telegram", ValidationFailed),
                    new("1650", "'data.language' is not supported", ValidationFailed),
                    new("1651", "Channel cannot be a fallback", ValidationFailed),
                    new("1652", "Either email or phone must be provided", ValidationFailed),
                    new("1653", "Invalid email format", InvalidDestination),
                    new("1625", "'data.from' is blocked", SenderNotAllowed)
                    {
                        Operation = "POST verifications",
                        Refinements = [new("invalid template", ValidationFailed), new("template is invalid", ValidationFailed), new("'data.template' is invalid", ValidationFailed), new("template is not valid", ValidationFailed)],
                        Note = "The older page of the same operation says that the template is invalid; its message tells.",
                    },
                ]),
                new CodeSection(audiences, Basis.Documented,
                [
                    new("1304", "'data.name' is invalid", ValidationFailed),
                    new("1305", "'data.name' is too long", ValidationFailed),
                    new("1306", "'data.channel' is missing", ValidationFailed),
                    new("1307", "'data.channel' is invalid", ValidationFailed),
                    new("1308", "'data.contacts' are too many", PayloadTooLarge),
                    new("1309", "Audience already exists", AlreadyExists),
                    new("1353", "'data.number' is required", InvalidDestination),
                    new("1354", "'data.number' is invalid", InvalidDestination),
                    new("1361", "'data.first_name' is too long", ValidationFailed),
                    new("1362", "'data.last_name' is too long", ValidationFailed),
                    new("1363", "'data.custom1' is too long", ValidationFailed),
                    new("1364", "'data.custom2' is too long", ValidationFailed),
                ]),
                new CodeSection(older, Basis.Documented,
                [
                    new("1301", "Audience is not found", NotFound),
                    new("1302", "Invalid audience identifier", ValidationFailed),
                    new("1303", "'data.name' is required", ValidationFailed),
                    new("1351", "Contact is not found", NotFound),
                    new("1352", "Invalid contact identifier", ValidationFailed),
                    new("1355", "'data.number' is too long", InvalidDestination),
                    new("1359", "'data.tags' are too many", ValidationFailed),
                    new("1360", "Contact already exists", AlreadyExists),
                    new("1402", "Sender not found", NotFound),
                    new("1403", "'data' is required", ValidationFailed),
                    new("1404", "'data.name' is required", ValidationFailed),
                    new("1405", "'data.name' is invalid", ValidationFailed),
                    new("1406", "'data.name' is too long", ValidationFailed),
                    new("1407", "'data.code' is invalid", ValidationFailed),
                    new("1408", "'data.code' is too long", ValidationFailed),
                    new("1409", "'data.code' is required", ValidationFailed),
                    new("1410", "'data.country' is required", ValidationFailed),
                    new("1411", "Invalid number type specified", ValidationFailed),
                    new("1412", "Invalid country iso code", ValidationFailed),
                    new("1414", "'data.channel' is invalid", ValidationFailed),
                    new("1439", "Invalid status", ValidationFailed),
                    new("1440", "'data.code' already ordered", AlreadyExists),
                    new("1441", "'data.name' exists on this channel", AlreadyExists),
                    new("1501", "Message is not found", NotFound),
                    new("1502", "Invalid message identifier", ValidationFailed),
                    new("1509", "'data.text' is invalid", ValidationFailed),
                    new("1522", "Schedule date should be after current date", ValidationFailed),
                    new("1601", "Campaign is not found", NotFound),
                    new("1602", "Invalid campaign identifier", ValidationFailed),
                    new("1603", "'data.from' is required", ValidationFailed),
                    new("1604", "'data.from' is invalid", ValidationFailed),
                    new("1605", "'data.audience' is required", ValidationFailed),
                    new("1606", "'data.audience' is invalid", ValidationFailed),
                    new("1607", "'data.template' is required", ValidationFailed),
                    new("1608", "'data.template' is invalid", ValidationFailed),
                    new("1609", "'data.schedule' is invalid", ValidationFailed),
                    new("1611", "'data.status' can not be changed", InvalidState),
                    new("1612", "Campaign cannot be deleted", InvalidState),
                    new("1613", "Audience and template do not match", InvalidState),
                    new("1616", "Template ID does not exist for this channel", NotFound),
                    new("1617", "Audience ID does not exist for this channel", NotFound),
                ]),
            ],
            Operations =
            [
                // The check of a verification code uses the code up.
                new OperationRule("GET verifications", OperationSafety.NonIdempotentWrite) { Basis = Basis.Observed },
            ],
        };
    });
}
