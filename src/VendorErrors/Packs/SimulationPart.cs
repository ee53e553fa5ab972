using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads what a simulated vendor needs to know.</summary>
internal static class SimulationPart
{
    /// <summary>What an operation may do.</summary>
    internal static readonly string[] Kinds = ["none", "read", "dial", "send", "create", "update", "delete", "credential"];

    private const int Ok = 200;

    internal static readonly string[] Members = ["rateLimitCode", "subjectMembers", "operations", "tokens", "note"];
    internal static readonly string[] OperationMembers = ["kind", "operation", "status", "body", "text", "note"];

    internal static readonly string[] TokenMembers =
        ["signIn", "refresh", "revoke", "queryParameter", "lifetimeMember", "refreshLifetimeMember", "expiredCode", "slotsFullCode"];

    internal static PackSimulation Read(ref PackCursor json)
    {
        var simulation = new PackSimulation();
        if (!json.BeginObject("an object with the operations of the simulated vendor"))
        {
            return simulation;
        }

        while (json.NextMember())
        {
            if (json.Is("rateLimitCode"u8))
            {
                simulation = simulation with { RateLimitCode = json.Text() };
            }
            else if (json.Is("subjectMembers"u8))
            {
                simulation = simulation with { SubjectMembers = PackValues.Texts(ref json) };
            }
            else if (json.Is("operations"u8))
            {
                simulation = simulation with { Operations = PackLists.Read(ref json, "a list of operations", ReadOperation) };
            }
            else if (json.Is("tokens"u8))
            {
                simulation = simulation with { Tokens = ReadTokens(ref json) };
            }
            else if (json.Is("note"u8))
            {
                _ = json.Text();
            }
            else
            {
                json.Unknown(Members);
            }
        }

        return simulation;
    }

    private static PackOperation? ReadOperation(ref PackCursor json)
    {
        int start = json.Position;
        if (!json.BeginObject("an operation"))
        {
            return null;
        }

        string? kind = null, operation = null, body = null;
        long? status = Ok;
        while (json.NextMember())
        {
            if (json.Is("kind"u8))
            {
                kind = json.Text();
                if (kind is not null && Array.IndexOf(Kinds, kind) < 0)
                {
                    json.Fault($"'{PackText.Printable(kind)}' is unknown; known are {string.Join(", ", Kinds)}");
                }
            }
            else if (json.Is("operation"u8))
            {
                operation = json.Text();
                if (operation is not null && OperationArea.FaultOf(operation) is { } fault)
                {
                    json.Fault($"the operation '{PackText.Printable(operation)}' {fault}");
                }
            }
            else if (json.Is("status"u8))
            {
                status = json.Integer();
            }
            else if (json.Is("body"u8))
            {
                body = PackTemplate.Read(ref json);
            }
            else if (json.Is("text"u8))
            {
                body = json.Text(hasLines: true);
            }
            else if (json.Is("note"u8))
            {
                _ = json.Text();
            }
            else
            {
                json.Unknown(OperationMembers);
            }
        }

        if (kind is null || operation is null || status is null or < 100 or > 599)
        {
            json.Missing(start, kind is null ? "kind" : operation is null ? "operation" : "status", $"an operation needs {(kind is null ? "'kind'" : operation is null ? "'operation'" : "a status from 100 to 599")}");
            return null;
        }

        return new PackOperation(kind, operation, (int)status.Value, body);
    }

    private static Dictionary<string, string> ReadTokens(ref PackCursor json)
    {
        Dictionary<string, string> tokens = new(StringComparer.Ordinal);
        if (!json.BeginObject("an object that says how tokens are given"))
        {
            return tokens;
        }

        while (json.NextMember())
        {
            string name = json.Name;
            if (Array.IndexOf(TokenMembers, name) < 0)
            {
                json.Unknown(TokenMembers);
            }
            else if (json.Text() is { } value)
            {
                tokens[name] = value;
            }
        }

        return tokens;
    }
}
