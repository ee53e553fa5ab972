using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification;

/// <summary>Which sentences refine a generic row, and which only hold a word of it.</summary>
public class TextRuleTests
{
    [Theory]
    [InlineData("talkdesk-dialer", 403, "Out of call volume quota. Quota will be replenished in 00:06:46.", QuotaExhausted)]
    [InlineData("talkdesk-dialer", 403, "Caller IP address 203.0.113.9 is not allowed. Access denied.", SourceBlocked)]
    [InlineData("talkdesk-dialer", 403, "Failed to establish IP address for the caller. Access denied.", SourceBlocked)]
    [InlineData("talkdesk-dialer", 403, "You are not allowed to edit IP address lists", PermissionDenied)]
    [InlineData("talkdesk-dialer", 403, "You are not allowed to edit quotas", PermissionDenied)]
    [InlineData("talkdesk-dialer", 403, "You may not read the quota of another team", PermissionDenied)]
    [InlineData("dialnexa", 403, "Your monthly quota has been exceeded", QuotaExhausted)]
    [InlineData("dialnexa", 403, "The requested destination is blocked by workspace Telephony Config.", DestinationBlocked)]
    [InlineData("dialnexa", 403, "Destination country or network prefix is not enabled for this workspace", DestinationBlocked)]
    [InlineData("dialnexa", 403, "The route is not enabled for your workspace", DestinationBlocked)]
    [InlineData("dialnexa", 403, "You are not allowed to change the webhook destination", PermissionDenied)]
    [InlineData("dialnexa", 403, "You are not allowed to edit the telephony config", PermissionDenied)]
    [InlineData("dialnexa", 403, "You are not allowed to edit quotas", PermissionDenied)]
    [InlineData("dialnexa", 403, "Your session expired; type the password and try again", PermissionDenied)]
    [InlineData("dialnexa", 404, "Cannot GET /v1/nothing", UnsupportedOperation)]
    [InlineData("dialnexa", 404, "The agent that cannot get / read this campaign is gone", NotFound)]
    [InlineData("dialnexa", 409, "Number already registered", AlreadyExists)]
    [InlineData("dialnexa", 409, "Campaign is running; please retry in a minute", InvalidState)]
    [InlineData("dialnexa", 409, "A session does not already exist", InvalidState)]
    [InlineData("8x8-connect", 403, "You are not allowed to edit quotas", PermissionDenied)]
    [InlineData("dexatel", 403, "You are not allowed to edit quotas", PermissionDenied)]
    [InlineData("yeastar-p-series", 403, "Quota exceeded", QuotaExhausted)]
    public void Classify_Sentence_RefinesByAWholePhraseOnly(string vendor, int status, string sentence, ErrorCategory category) =>
        Vendor.All.Single(known => known.Id == vendor).Classify(status, $$"""{"statusCode":{{status}},"message":"{{sentence}}"}""").Category.Should().Be(category);

    [Theory]
    [InlineData("Invalid MSISDN format (not E.164 international number)", InvalidDestination)]
    [InlineData("Internal server error", VendorInternal)]
    [InlineData("You may not edit the list of MSISDNs", ValidationFailed)]
    [InlineData("The MSISDN quota is unavailable, try again", ValidationFailed)]
    public void Classify_ReasonOfARejectedMessage_IsAWholePhrase(string reason, ErrorCategory category) =>
        Vendor.EightByEightConnect.Classify(200, $$$"""{"umid":"1","status":{"code":"REJECTED","description":"{{{reason}}}"}}""").Category.Should().Be(category);

    [Theory]
    [InlineData("'data.template' is invalid", ValidationFailed)]
    [InlineData("Invalid template", ValidationFailed)]
    [InlineData("The sender of this template is blocked", SenderNotAllowed)]
    public void Classify_NumberWithTwoMeanings_IsToldByAWholePhrase(string message, ErrorCategory category) =>
        Vendor.Dexatel.Classify(400, $$"""{"errors":[{"status":400,"message":"{{message}}","code":1625}]}""", Vendor.Dexatel.Operation("POST", "/v1/verifications")).Category.Should().Be(category);

    [Theory]
    [InlineData("[P2002]: Unique constraint failed on the fields: (`phone_number`)")]
    [InlineData("P2002")]
    [InlineData("duplicate key value violates unique constraint \\\"numbers_pkey\\\"")]
    [InlineData("Duplicate entry '+4930123456' for key 'numbers.phone'")]
    [InlineData("Violation of UNIQUE KEY constraint 'UQ_Phone'. Cannot insert duplicate key in object 'dbo.Numbers'.")]
    [InlineData("Cannot insert duplicate key row in object 'dbo.Numbers' with unique index 'IX'.")]
    [InlineData("ORA-00001: unique constraint (APP.PK) violated")]
    [InlineData("UNIQUE constraint failed: numbers.phone")]
    [InlineData("E11000 duplicate key error collection: app.numbers index: phone_1")]
    [InlineData("SequelizeUniqueConstraintError: Validation error")]
    [InlineData("SQL0803N  One or more values in the INSERT statement, UPDATE statement, or foreign key update caused by a DELETE statement are not valid")]
    [InlineData("psycopg2.errors.UniqueViolation")]
    [InlineData("ERROR: refused (SQLSTATE 23505)")]
    [InlineData("SQLSTATE[23505]: Unique violation: 7")]
    [InlineData("Doctrine\\\\DBAL\\\\Exception\\\\UniqueConstraintViolationException")]
    [InlineData("unique constraint violated: Table(USERS_SYSINFO)")]
    [InlineData("Unique constraint violation found")]
    [InlineData("email_UNIQUE must be unique")]
    public void Classify_UniqueConstraintUnder409_IsAlreadyExists(string message)
    {
        Vendor.Dialnexa.Classify(409, $$"""{"statusCode":409,"message":"{{message}}"}""").Category.Should().Be(ErrorCategory.AlreadyExists);
        Vendor.YeastarPSeries.Classify(409, $$"""{"message":"{{message}}"}""").Category.Should().Be(ErrorCategory.AlreadyExists);
        Vendor.Dialnexa.Classify(500, $$"""{"statusCode":500,"message":"{{message}}"}""").Category.Should().Be(VendorInternal);
    }

    [Theory]
    [InlineData("no such", "No such call", true)]
    [InlineData("no such", "no suchlike", false)]
    [InlineData("no such", "casino such", false)]
    [InlineData("no such", "casino such; no such call", true)]
    [InlineData("Cannot GET /", "Cannot GET /v1", true)]
    [InlineData("[X", "a[X]", true)]
    public void Holds_Phrase_IsWholeWords(string phrase, string message, bool holds) => new TextRule(phrase, NotFound).Holds(message).Should().Be(holds);

    [Theory]
    [InlineData("cannot get /x", true)]
    [InlineData("You cannot get /x", false)]
    public void Holds_PhraseAtTheStart_IsNowhereElse(string message, bool holds) => new TextRule("Cannot GET /", NotFound) { AtStart = true }.Holds(message).Should().Be(holds);
}
