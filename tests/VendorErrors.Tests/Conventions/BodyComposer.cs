using System.Globalization;
using VendorErrors.Envelopes;
using VendorErrors.Rules;

namespace VendorErrors.Tests.Conventions;

/// <summary>
/// Composes an answer for a row of the catalog in the vendor's own shape: the first envelope that can carry the row's code, its
/// condition met, the code at the code's path, the row's own conditions met too.
/// </summary>
internal static class BodyComposer
{
    private const string OrdinaryMethod = "POST";
    private const string OrdinaryPath = "/some/ordinary/resource";

    /// <summary>An answer that has to be classified as the row; <paramref name="message"/> stands where the vendor's words stand.</summary>
    internal static ComposedResponse ForRow(Vendor vendor, CodeRow row, string? message = null)
    {
        string code = row.LastCode is null ? row.Code : UnlistedCodeOf(vendor, row);
        int status = row.IsHttpStatus ? int.Parse(code, CultureInfo.InvariantCulture) : row.OnHttpStatus ?? StatusFor(vendor, row.Outcome == Outcome.Failure);
        foreach (Envelope envelope in vendor.Definition.Envelopes.Where(envelope => Carries(envelope, row)))
        {
            if (TryCompose(envelope, row, code, message, out MemberTree? body))
            {
                string operation = row.Operation ?? envelope.Operation ?? $"{OrdinaryMethod} {OrdinaryPath}";
                return Respond(status, body!, operation);
            }
        }

        // A vendor whose envelopes carry no HTTP status says it by HTTP alone.
        return row.IsHttpStatus
            ? new ComposedResponse(status, message ?? string.Empty, OrdinaryMethod, OrdinaryPath)
            : throw new InvalidOperationException($"No envelope of {vendor} carries the row '{row}'.");
    }

    /// <summary>An answer with a code that the catalog does not know; null where the envelope cannot carry one.</summary>
    internal static ComposedResponse? ForUnlistedCode(Envelope envelope, string code, int status) =>
        (envelope.Code.Count > 0 || envelope.Items is { Code.Count: > 0, Failed: null }) && TryCompose(envelope, row: null, code, message: null, out MemberTree? body)
            ? Respond(status, body!, envelope.Operation ?? $"{OrdinaryMethod} {OrdinaryPath}")
            : null;

    private static ComposedResponse Respond(int status, MemberTree body, string operation)
    {
        int blank = operation.IndexOf(' ', StringComparison.Ordinal);
        string path = operation[(blank + 1)..].Replace("*", "x", StringComparison.Ordinal);
        return new ComposedResponse(status, body.ToJson(), blank < 0 ? OrdinaryMethod : operation[..blank], path.StartsWith('/') ? path : $"/v1/{path}");
    }

    private static int StatusFor(Vendor vendor, bool fails) => fails && !vendor.Definition.SuccessMayCarryError ? 400 : 200;

    private static bool Carries(Envelope envelope, CodeRow row) =>
        row.IsHttpStatus
            ? envelope.CodeMeaning == CodeMeaning.HttpStatus && envelope.Code.Count > 0
            : envelope.CodeMeaning != CodeMeaning.HttpStatus
                && string.Equals(envelope.Space, row.Section!.Space, StringComparison.Ordinal)
                && (envelope.Code.Count > 0 || envelope.Items is { Code.Count: > 0, Failed: null });

    private static bool TryCompose(Envelope envelope, CodeRow? row, string code, string? message, out MemberTree? body)
    {
        body = new MemberTree();
        if (envelope.Code.Count > 0)
        {
            body.SetCode(envelope.Code[0], code);
        }
        else
        {
            var item = new MemberTree();
            item.SetCode(envelope.Items!.Code[0], code);
            if (message is not null && envelope.Items.Message.Count > 0)
            {
                item.Set(envelope.Items.Message[0], message);
            }

            body.SetList(envelope.Items.Path, item);
        }

        if (message is not null && envelope.Message.Count > 0)
        {
            body.Set(envelope.Message[0], message);
        }

        return ConditionSetter.TrySatisfy(envelope.When, body) && (row?.When is null || ConditionSetter.TrySatisfy(row.When, body));
    }

    /// <summary>A code within the row's range that has no row of its own.</summary>
    private static string UnlistedCodeOf(Vendor vendor, CodeRow row)
    {
        long first = long.Parse(row.Code, CultureInfo.InvariantCulture);
        long last = long.Parse(row.LastCode!, CultureInfo.InvariantCulture);
        int step = Math.Sign(last - first);
        for (long code = first; code != last; code += step)
        {
            string text = code.ToString(CultureInfo.InvariantCulture);
            if (!vendor.Codes.Any(other => string.Equals(other.Code, text, StringComparison.Ordinal) && string.Equals(other.Section!.Space, row.Section!.Space, StringComparison.Ordinal)))
            {
                return text;
            }
        }

        return row.LastCode!;
    }
}
