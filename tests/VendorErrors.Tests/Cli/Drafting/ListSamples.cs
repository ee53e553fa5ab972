using System.Text;
using VendorErrors.Cli.Drafting;

namespace VendorErrors.Tests.Cli.Drafting;

/// <summary>Small lists in the forms that vendors publish, of a vendor that does not exist.</summary>
internal static class ListSamples
{
    internal const string List = """
        [
          { "code": 17, "message": "All lines busy", "log_level": "ERROR", "secondary_message": null, "docs": "A page." },
          { "code": 21, "message": "The number that was given to this operation has more digits than any plan allows", "log_level": "ERROR" },
          { "message": "an entry without a code" }
        ]
        """;

    internal const string ListInAMember = """
        { "meta": { "total": 2 }, "tags": ["a"], "data": [
          { "code": "40300", "title": "Line closed", "detail": "The line was closed. Open it again.", "http_status": 403 },
          { "code": "42900", "title": "Slow down", "detail": "Too many.", "http_status": "429" } ] }
        """;

    internal const string Map = """{ "line_busy": "All lines busy.", "line_closed": { "desc": "The line was closed." }, "unknown_line": null, "NO_CREDIT": { "code": 90, "message": "No credit left" } }""";

    internal const string MapInAMember = """{ "desc": "A method.", "args": { "required": ["a"], "count": 1 }, "errors": { "line_busy": { "desc": "All lines busy." } } }""";

    internal const string Aws = """
        { "metadata": { "apiVersion": "2026-01-01" }, "operations": {}, "shapes": {
          "CallId": { "type": "string" },
          "LineBusyException": { "type": "structure", "members": {}, "documentation": "<p>All lines are busy.</p><p>Wait, then call again.</p>", "error": { "httpStatusCode": 429 }, "exception": true },
          "LineClosedException": { "type": "structure", "error": { "code": "Line.Closed", "httpStatusCode": 403 }, "exception": true },
          "LineFault": { "type": "structure", "exception": true, "fault": true } } }
        """;

    internal const string OpenApi = """
        { "swagger": "2.0",
          "definitions": {
            "Error": { "type": "object", "properties": { "code": { "type": "string", "enum": ["line.closed", "line.busy"] }, "cause": { "$ref": "#/definitions/Error" } } },
            "Word": { "type": "string", "enum": ["no_credit"] } },
          "paths": {
            "/calls": {
              "parameters": [{ "name": "code", "enum": ["not.a.code"] }],
              "post": { "responses": {
                "200": { "description": "ok", "schema": { "properties": { "code": { "enum": ["US", "CA"] }, "state": { "enum": ["up"] } } } },
                "403": { "description": "no", "schema": { "$ref": "#/definitions/Error" }, "x-inin-error-codes": { "not.authorized": "You may not call %s." } },
                "409": { "description": "no", "schema": { "$ref": "#/definitions/Error" } },
                "default": { "schema": { "properties": { "ok": { "type": "boolean" }, "error": { "$ref": "#/definitions/Word" } } }, "examples": { "error": { "enum": ["an_example"] } } } } } } } }
        """;

    internal const string TypeScript = """
        /** Where the codes are explained. */
        export enum LineErrorCodes {
          /** @see the page */
          GeneralError,
          UnknownLine = 10_001,
          UnknownLineGroup,
          /**
           * The line is
           * closed.
           */
          LineClosed = 0x2712,
          Calculated = 1 << 3,
          AfterCalculated,
          Named = 'no_credit', // not a comment of the next
        }

        export enum Names { First, Second }
        """;

    internal const string CSharp = """
        namespace Acme;

        /// <summary>Codes.</summary>
        [Serializable]
        public enum LineError : int
        {
            /// <summary>All lines are busy.</summary>
            [Description("x = 5")]
            Busy = -17,
            Closed,
        }
        """;

    internal const string Java = """
        public enum LineError implements Coded {
          BUSY(17, "All lines are busy"),
          @Deprecated CLOSED("C-21") { int weight() { return 3; } };
          private final int code;
          LineError(int code) { this.code = code; }
        }
        """;

    internal const string Constants = """
        class LineErrors:
            LINE_BUSY = 17
            LINE_CLOSED = "21"
            CALCULATED = 3 + 4
        """;

    internal static ErrorList Read(string text, string? enumName = null) => Read(text, form: null, enumName);

    internal static ErrorList Read(string text, ListForm? form, string? enumName = null) => ListReader.Read(Encoding.UTF8.GetBytes(text), "sample", form, enumName);

    /// <summary>The codes of a list, a line each.</summary>
    internal static string[] Lines(ErrorList list) => [.. list.Codes.Select(code => $"{code.Code} {code.Name}{string.Concat(code.Statuses.Select(status => $" {status}"))}")];
}
