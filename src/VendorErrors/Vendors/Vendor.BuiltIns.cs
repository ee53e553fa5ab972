// Written by a test from the packs in this folder; see docs/add-a-vendor.md.
namespace VendorErrors;

public sealed partial class Vendor
{
    /// <summary>The vendors of this library, in the order of their ids.</summary>
    internal static IReadOnlyList<Vendor> BuiltIns =>
    [
        ThreeSixtyDialog,
        ThreeCX,
        EightByEightConnect,
        EightByEightContactCenter,
        AfricasTalking,
        AmazonConnect,
        AzureCommunication,
        Bandwidth,
        Dexatel,
        Dialnexa,
        Dialpad,
        Discord,
        Exotel,
        Five9,
        Genesys,
        Google,
        Infobip,
        Kaleyra,
        Line,
        MessageBird,
        MicrosoftGraph,
        Plivo,
        RingCentral,
        SalesforceMarketingCloud,
        SignalWire,
        Sinch,
        Slack,
        TalkdeskDialer,
        Telegram,
        Telesign,
        Telnyx,
        Twilio,
        Voiso,
        Vonage,
        Webex,
        WhatsApp,
        YCloud,
        YeastarPSeries,
        YeastarSSeries,
        YeastarYcm,
        Yunhu,
        Zoom,
    ];

    /// <summary>360dialog. WhatsApp Cloud API behind a gateway: errors of Meta come through as error.code, errors of the gateway as meta with http_code and words, and only the words distinguish a limit from a refusal.</summary>
    public static Vendor ThreeSixtyDialog { get; } = BuiltIn("360dialog");

    /// <summary>3CX (XAPI and Call Control). XAPI answers OData errors under a failing status: error.code, message and details. Call Control, and MakeCall of XAPI, answer finalstatus, reason and reasontext, also where the call was not made.</summary>
    public static Vendor ThreeCX { get; } = BuiltIn("3cx");

    /// <summary>8x8 Connect. Voice callflows with a negative code and a proof in sessionStatus, SMS and chat with a positive code, batches with results per message; errors come under HTTP 200, too.</summary>
    public static Vendor EightByEightConnect { get; } = BuiltIn("8x8-connect");

    /// <summary>8x8 Contact Center, Administration and Analytics. HTTP decides. Administration and campaigns send problem details with a list of errors; chat a message with errors as texts or objects; calls a message with reasons; analytics Spring's errors, OAuth errors and code SHA001.</summary>
    public static Vendor EightByEightContactCenter { get; } = BuiltIn("8x8-contact-center");

    /// <summary>Africa's Talking. HTTP 201 is no success: each recipient has a statusCode or a status word. A message that is refused as a whole has its reason in Message and no recipients. errorMessage None is a success.</summary>
    public static Vendor AfricasTalking { get; } = BuiltIn("africastalking");

    /// <summary>Amazon Connect. The APIs of Amazon Connect: contacts, participants, outbound campaigns, cases, Connect AI agents. HTTP decides success; the error's name is in the header x-amzn-ErrorType. Calls are started with PUT, and the key that makes that repeatable (ClientToken) is in the body.</summary>
    public static Vendor AmazonConnect { get; } = BuiltIn("amazon-connect");

    /// <summary>Azure Communication Services. SMS answers HTTP 202 with one result per recipient; everything else answers error.code and error.message. Call automation puts its own numbers into error.code. Calls take the headers Repeatability-Request-ID and Repeatability-First-Sent, SMS the same in the body, per recipient.</summary>
    public static Vendor AzureCommunication { get; } = BuiltIn("azure-communication");

    /// <summary>Bandwidth. HTTP decides. Voice and Messaging answer with type and description, MFA with error or message, newer APIs with a list of errors, and Numbers with XML whose root differs by call.</summary>
    public static Vendor Bandwidth { get; } = BuiltIn("bandwidth");

    /// <summary>Dexatel. A truthful HTTP status with a list of errors, each with a status, a code and a message of its own.</summary>
    public static Vendor Dexatel { get; } = BuiltIn("dexatel");

    /// <summary>Dialnexa. HTTP error objects of statusCode, message (a text or a list) and error; bodies of successes may carry statusCode and message too.</summary>
    public static Vendor Dialnexa { get; } = BuiltIn("dialnexa");

    /// <summary>Dialpad. HTTP statuses decide, and an error object repeats the status as a number with a reason and a text; the API description prints one of them under HTTP 200, so the number in the body counts. A text message says in its own members whether it went.</summary>
    public static Vendor Dialpad { get; } = BuiltIn("dialpad");

    /// <summary>Discord API. HTTP decides; code is a number, message the words, errors a tree as the request has it, with _errors as its leaves. A 429 has retry_after in seconds with decimals. One 202 looks like an error and is one.</summary>
    public static Vendor Discord { get; } = BuiltIn("discord");

    /// <summary>Exotel. Version 1 has one exception with a word code, in JSON or XML, and HTTP decides. Versions 2 and 3 have numbers in error_data and a status per element: HTTP 200 and 207 may carry failures.</summary>
    public static Vendor Exotel { get; } = BuiltIn("exotel");

    /// <summary>Five9 (Configuration, Statistics and REST services). SOAP 1.1: a failure is a fault, and the name of the element in its detail says which; a record that was rejected is HTTP 200 with a count of errors. The REST services answer five9ExceptionDetail under a failing status.</summary>
    public static Vendor Five9 { get; } = BuiltIn("five9");

    /// <summary>Genesys Cloud. HTTP decides. An error is one object: a dotted word as code, a message, the fields in details and the correlation id as contextId. Bulk operations answer 200 with a result for each entry.</summary>
    public static Vendor Genesys { get; } = BuiltIn("genesys");

    /// <summary>Google APIs. google.rpc errors: a status name and details, of which the ErrorInfo reason is finer; the older shape has errors[] with a reason. HTTP decides success.</summary>
    public static Vendor Google { get; } = BuiltIn("google");

    /// <summary>Infobip. Two shapes of errors, by endpoint: requestError.serviceException (older, also in XML) and errorCode with violations. A send answers HTTP 200 and a status per message: group 5 was rejected and not sent.</summary>
    public static Vendor Infobip { get; } = BuiltIn("infobip");

    /// <summary>Kaleyra. HTTP decides, and a code says why. Successes of RCS and WhatsApp bear a code and a message too: 1200, WA200 and WA202 are no errors. Verify puts its code in an error object; the older SMS interface of version 4 says OK in status.</summary>
    public static Vendor Kaleyra { get; } = BuiltIn("kaleyra");

    /// <summary>LINE Messaging API. HTTP decides; no codes, only a message and a list of details with the property. With the header X-Line-Retry-Key a 409 says that the first request was accepted, and names its id.</summary>
    public static Vendor Line { get; } = BuiltIn("line");

    /// <summary>MessageBird and Bird. HTTP decides. MessageBird: a list of errors with code, description and parameter. Bird platform: error with type, code, request_id and details.</summary>
    public static Vendor MessageBird { get; } = BuiltIn("messagebird");

    /// <summary>Microsoft Graph. HTTP decides success. error.code is a word, and error.innerError may hold finer ones; the most detailed known code counts. POST $batch answers 200 with one status for each request.</summary>
    public static Vendor MicrosoftGraph { get; } = BuiltIn("microsoft-graph");

    /// <summary>Plivo. HTTP decides. An error is a text beside api_id, without a code. A bulk send answers 202 and names the numbers that it did not take.</summary>
    public static Vendor Plivo { get; } = BuiltIn("plivo");

    /// <summary>RingCentral. HTTP decides. An error is a list of causes; the outer errorCode is an older, coarser one. A bulk answer is HTTP 207 and a list.</summary>
    public static Vendor RingCentral { get; } = BuiltIn("ringcentral");

    /// <summary>Salesforce Marketing Cloud Engagement (REST). HTTP decides; errorcode, message and documentation. A send is HTTP 202 with errorcode 0 and one entry a recipient, or 109001 where some of them failed; a triggered send fails under HTTP 202 by hasErrors. errorcode 0 under HTTP 401 is a token that timed out.</summary>
    public static Vendor SalesforceMarketingCloud { get; } = BuiltIn("salesforce-marketing-cloud");

    /// <summary>SignalWire. HTTP decides, apart from AI chat, whose JSON-RPC errors come with HTTP 200. A list of errors with word codes; the compatibility API has Twilio's numbers. An expired token is HTTP 422.</summary>
    public static Vendor SignalWire { get; } = BuiltIn("signalwire");

    /// <summary>Sinch. HTTP decides. Each product has its own shape: code and text (SMS), errorCode (Voice, Verification), error with a status (Conversation, Numbers), code and error (Fax, Porting), problem (Voice 2, Lookup).</summary>
    public static Vendor Sinch { get; } = BuiltIn("sinch");

    /// <summary>Slack. Slack Web API: the member ok decides, under HTTP 200; error is a word. Only the rate limit uses an HTTP status, 429 with Retry-After.</summary>
    public static Vendor Slack { get; } = BuiltIn("slack");

    /// <summary>Talkdesk Advanced Dialer. An envelope of statusCode, message and payload around every answer, errors under HTTP 200 included, with Azure API Management in front of it.</summary>
    public static Vendor TalkdeskDialer { get; } = BuiltIn("talkdesk-dialer");

    /// <summary>Telegram Bot API. The member ok decides; error_code repeats the HTTP status and description is the only detail. parameters holds retry_after or migrate_to_chat_id. Every method takes GET and POST.</summary>
    public static Vendor Telegram { get; } = BuiltIn("telegram");

    /// <summary>Telesign. Success is said in the body: status.code and a list of errors decide. Numbers such as 500 and 503 in status.code are states of the message, not HTTP statuses. A read shows the state of a message.</summary>
    public static Vendor Telesign { get; } = BuiltIn("telesign");

    /// <summary>Telnyx. Telnyx API v2: HTTP decides; errors[] with a code of five digits as a text, title, detail and a JSON pointer. A batch of emails answers 207 with counts.</summary>
    public static Vendor Telnyx { get; } = BuiltIn("telnyx");

    /// <summary>Twilio. HTTP decides. Errors are code, message, more_info and status, in JSON or in XML (RestException); new APIs answer with problem details (RFC 9457) or with a list of errors. The numbers are the same everywhere.</summary>
    public static Vendor Twilio { get; } = BuiltIn("twilio");

    /// <summary>Voiso. HTTP decides, and there are no codes: error is a text; errors is a map from fields to texts, and in version 1 a text, too.</summary>
    public static Vendor Voiso { get; } = BuiltIn("voiso");

    /// <summary>Vonage. Vonage (Nexmo) APIs: problem details whose type ends in the code decide by HTTP; the older SMS, Verify v1 and Number Insight answer HTTP 200 and decide by status, SMS per message.</summary>
    public static Vendor Vonage { get; } = BuiltIn("vonage");

    /// <summary>Webex and Webex Contact Center. HTTP decides. The REST API answers a message, errors[] with a description and a trackingId; calling jobs and the Contact Center an error with key, reason and message[]. Bulk operations answer 207.</summary>
    public static Vendor Webex { get; } = BuiltIn("webex");

    /// <summary>WhatsApp Cloud API. Graph API answers: error.code decides rather than HTTP, error.error_data.details says why. A success has no error object.</summary>
    public static Vendor WhatsApp { get; } = BuiltIn("whatsapp");

    /// <summary>YCloud. HTTP decides success. error.code is a word; where WhatsApp refused, error.whatsappApiError.code is Meta's number and says more.</summary>
    public static Vendor YCloud { get; } = BuiltIn("ycloud");

    /// <summary>Yeastar P-Series PBX. errcode and errmsg in every answer, always under HTTP 200; an expired token is one of the codes.</summary>
    public static Vendor YeastarPSeries { get; } = BuiltIn("yeastar-p-series");

    /// <summary>Yeastar S-Series PBX. status says Success or Failed, always under HTTP 200; errno is a number as a text, without any words. The same API is in K2, S1000 and Cloud PBX.</summary>
    public static Vendor YeastarSSeries { get; } = BuiltIn("yeastar-s-series");

    /// <summary>Yeastar Central Management (YCM). HTTP 200 for a success, another status for a failure; status says Success or Failed, and requestId names the request. The codes have seven digits.</summary>
    public static Vendor YeastarYcm { get; } = BuiltIn("yeastar-ycm");

    /// <summary>Yunhu voice (Infin8linx). Two flags, one in the other, always under HTTP 200: ret must be 200, and data.status must be 0. ret looks like an HTTP status and is none. One address for most services; the form names the service. Bills and voice codes have a code instead, and 1 is good.</summary>
    public static Vendor Yunhu { get; } = BuiltIn("yunhu");

    /// <summary>Zoom and Zoom Phone. HTTP decides. An error is a number as code and a message; the number means something else at each product, so each has a number space of its own. 200 is an error code: no permission or a missing plan.</summary>
    public static Vendor Zoom { get; } = BuiltIn("zoom");
}
