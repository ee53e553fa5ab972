namespace VendorErrors.Tests.Packs;

/// <summary>A sound pack that has every member of the format.</summary>
internal static class FullPack
{
    internal const string Text = """
        {
          "$schema": "vendor-pack.schema.json",
          "pack": 1,
          "id": "acme-voice",
          "name": "Acme Voice",
          "summary": "Every word of the format.",
          "read": "2026-11-30",
          "shape": false,
          "replace": false,
          "formerly": ["acme"],
          "use": ["oauth2-bearer"],
          "note": "For tests.",
          "documents": { "errors": ["Error codes", "docs.acme.example/errors"] },
          "successMayCarryError": true,
          "xml": true,
          "requiredEnvelope": { "operations": ["POST calls"], "except": ["GET reports/*/raw"], "always": false, "note": "a" },
          "idempotencyKey": { "header": "Idempotency-Key", "operations": ["POST calls"], "note": "a" },
          "products": { "fax": { "name": "Acme Fax", "at": ["fax.acme.example/v1/**"], "note": "a" } },
          "envelopes": [
            { "name": "fax", "when": { "all": [{ "has": { "header": "X-Fax" } }, { "not": { "any": [{ "lacks": "a" }, { "notEmpty": "b" }] } }] }, "only": "failure", "product": "fax", "operation": "POST fax/*",
              "code": [{ "path": "type", "after": "#", "before": ":", "strict": true }, { "header": "X-Fax-Error" }], "space": "fax", "innerCode": "upstream.code", "message": ["detail"],
              "id": { "header": "X-Request-Id" }, "fields": [{ "path": "errors", "as": "map" }], "note": "a" },
            { "name": "batch", "when": { "true": "batch" }, "items": { "path": "results", "failed": { "false": "sent" }, "worked": { "path": "state", "is": ["SENT", "QUEUED"] }, "code": "code", "message": "text",
              "status": "status", "id": ["to"], "requestPath": "path", "requestMethod": "method", "time": "time", "lead": "first", "note": "a" },
              "outcomes": [{ "when": { "path": "rejected", "from": 1, "to": 9 }, "is": "validation_failed", "effect": "none", "basis": "inferred", "note": "a" }] },
            { "name": "result", "when": { "has": "result" }, "code": { "list": "details", "where": { "path": "kind", "is": "x" }, "path": "code" }, "codeIs": "vendor_or_http_status", "message": "text", "idInText": "trace",
              "contradictsSuccess": false, "fields": [{ "path": "invalid", "field": ["name"], "code": "rule", "message": "text", "value": "value", "note": "a" }], "fieldInText": "leading_word",
              "proof": { "path": "call", "notExecuted": ["NOT_PLACED"], "executed": "PLACED", "note": "a" }, "failureStatus": 200, "template": { "result": "0", "text": "", "traceId": "{id}" } }
          ],
          "codes": [
            { "document": "errors", "basis": "observed", "space": "fax", "note": "a", "rows": {
              "busy": { "is": "concurrency_limited", "name": "Busy", "wait": "5s", "waitDoubles": true, "retries": 2, "note": "a" },
              "21": [{ "is": "invalid_destination", "name": "Bad", "effect": "none", "refine": [{ "says": "blocked", "is": "destination_blocked", "atStart": true }, { "use": "unique_constraint" }] },
                { "is": "not_found", "name": "Bad", "operation": "PUT lines/*", "status": 404, "when": { "path": "balance", "from": -1 }, "advice": "Top up.", "for": "account_owner" }] } },
            { "document": "errors", "httpStatus": true, "rows": { "429": { "is": "rate_limited", "name": "Slow down" } } }
          ],
          "waits": [
            { "header": "X-Usage", "member": "regain", "unit": "minutes", "always": true, "note": "a" },
            { "list": "details", "where": { "path": "kind", "is": "retry" }, "path": "delay", "after": "a", "before": "b", "strict": true, "unit": "duration" },
            { "says": ["come back [", "]"], "unit": "milliseconds" }
          ],
          "operations": [{ "operation": "POST calls/search", "safety": "read", "purpose": "other", "document": "errors", "basis": "documented", "note": "a" }],
          "eventSignature": { "document": "errors", "header": "X-Signature", "note": "HMAC of the body." },
          "events": [
            { "name": "receipt", "document": "errors", "when": { "has": "list[].id" }, "each": "list[]", "kind": "message", "type": "type", "eventId": "list[].event", "subject": ["list[].id"], "related": ["batch", "list[].to"],
              "client": "list[].ref", "distinct": ["list[].part"], "time": "list[].at", "timeZone": "utc", "state": "list[].state", "states": { "SENT": "in_progress", "DONE": { "state": "delivered", "final": false, "billed": true, "note": "a" },
              "FAILED": [{ "state": "expired", "when": { "true": "list[].late" } }, { "state": "undelivered", "category": "vendor_unspecified", "again": "later", "wait": "5m", "effect": "unknown" }] },
              "reason": [{ "at": { "header": "X-Reason" }, "space": "fax" }, { "at": "list[].sip", "space": "sip" }], "message": ["list[].text"], "billed": { "true": "list[].billed" }, "notBilled": { "false": "list[].billed" }, "note": "a" },
            { "name": "gone", "when": { "has": "payload.gone" }, "jsonText": "payload", "kind": "number", "is": "canceled" }
          ],
          "reasons": [
            { "document": "errors", "basis": "observed", "space": "fax", "note": "a", "rows": { "busy": { "state": "busy", "name": "Busy" }, "400..499": [{ "category": "invalid_destination", "name": "Bad", "again": "never", "when": { "has": "list[].to" } },
              { "state": "failed", "name": "Bad", "final": true, "effect": "none", "billed": false, "note": "a" }] } }
          ],
          "simulate": {
            "rateLimitCode": "busy", "subjectMembers": ["to"], "note": "a",
            "operations": [{ "kind": "dial", "operation": "POST calls", "status": 201, "body": { "id": "{id}" }, "note": "a" }, { "kind": "send", "operation": "POST fax", "text": "<ok/>" }],
            "tokens": { "signIn": "a", "refresh": "b", "revoke": "c", "queryParameter": "d", "lifetimeMember": "e", "refreshLifetimeMember": "f", "expiredCode": "g", "slotsFullCode": "h" }
          },
          "codesDocumented": 120,
          "answers": [
            { "name": "slow", "document": "errors", "operation": "POST calls", "status": 429, "headers": { "Retry-After": "5" }, "receivedAt": "2026-11-30T10:00:00Z", "body": { "batch": true }, "is": "rate_limited",
              "effect": "none", "code": null, "message": "a", "id": "b", "fields": ["to"], "items": ["0 17 rate_limited"], "wait": "5s", "retry": "after_delay", "note": "a" },
            { "name": "page", "status": 502, "text": "<html>", "is": "upstream_failure" }
          ],
          "eventSamples": [
            { "name": "two", "document": "errors", "headers": { "X-Reason": "busy" }, "body": { "type": "r", "batch": "b", "list": [{ "id": "1", "state": "FAILED" }, { "id": "2", "state": "?" }] }, "note": "a",
              "is": [{ "kind": "message", "state": "busy", "category": null, "final": true, "again": "later", "effect": "applied", "type": "r", "code": "busy", "message": null, "eventId": null, "subject": "1", "client": null, "related": ["b"] },
                { "state": "unknown", "category": null, "billed": false, "wait": "5s", "time": "2026-11-30T10:00:00Z" }] },
            { "name": "form", "text": "payload=%7B%22gone%22%3A1%7D", "is": { "state": "canceled", "category": null } }
          ]
        }
        """;
}
