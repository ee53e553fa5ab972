using System.Text;

namespace VendorErrors.Packages.Tests.Directions;

/// <summary>
/// Which folder may use which. The root may use all of them. Of the others each uses only folders that come after it here, and the nouns of the
/// root where it says so, so there is no cycle. docs/data-flow.md prints these tables.
/// </summary>
internal static class FolderRules
{
    internal static readonly Dictionary<string, FolderRule[]> Of = new(StringComparer.Ordinal)
    {
        ["VendorErrors"] =
        [
            new("Storage", "verdicts as JSON", "Problems", "Retries", "Classification", "Definitions", "Taxonomy", FolderRule.Root),
            new("Problems", "an error as problem details", "Definitions", "Taxonomy", FolderRule.Root),
            new("Vendors", "the packs of this library, and a property for each", FolderRule.Root),
            new("Packs", "a vendor as one JSON file: reading and writing it", "Definitions", "Taxonomy", FolderRule.Root),
            new("Retries", "the retry decision and the backoff", "Taxonomy", FolderRule.Root),
            new("Classification", "the compiled definition, the reading of an answer, its verdict and the evidence", "Json", "Definitions", "Taxonomy", FolderRule.Root),
            new("Redaction", "what is masked in logs and messages", "Definitions", FolderRule.Root),
            new("Definitions", "every type that describes a vendor, and the checks of it", "Taxonomy", "Json"),
            new("Taxonomy", "categories, effects, outcomes, confidence, and the bounds and defaults of each"),
            new("Json", "the JSON reader", "Json/Simd"),
            new("Json/Simd", "vectors, and the scalar code that they replace"),
        ],
        ["VendorErrors.Http"] =
        [
            new("Chain", "the handlers around ours, and what may not be beside it", "Clients", "Retries", "Telemetry", FolderRule.Root),
            new("Clients", "the clients of a container", "Retries", "Accounts", "Cooldowns", "Credentials", "Ledger", "Telemetry", FolderRule.Root),
            new("Retries", "the loop: one call with all its attempts", "Accounts", "Cooldowns", "Credentials", "Ledger", "Options", "Reading", "Requests", "Telemetry", "Timing", FolderRule.Root),
            new("Accounts", "what the clients of one account share: the cooldown and the retry budget", "Cooldowns", "Reading", "Telemetry", "Timing", FolderRule.Root),
            new("Credentials", "the credential of a request, and one refresh for all requests", "Options", "Telemetry", "Timing", FolderRule.Root) { StillUses = ["Retries"] },
            new("Ledger", "what was sent and what became of it: the protocol, and what a store keeps", "Reading", "Telemetry", "Timing", FolderRule.Root),
            new("Options", "the checks of the options, and codes from configuration", "Cooldowns", FolderRule.Root),
            new("Cooldowns", "the waiting line of an account, and the link to other processes", "Telemetry", "Timing"),
            new("Reading", "as much of a response as the verdict needs", "Requests", "Timing"),
            new("Requests", "the request as it was, and its content for a replay"),
            new("Telemetry", "logs, metrics and traces"),
            new("Timing", "clocks, waits and time limits"),
        ],
        ["VendorErrors.Testing"] =
        [
            new("Conformance", "the checks that a definition has to pass", "Linting", "Composition", FolderRule.Root),
            new("Linting", "rules that find what a definition says in vain", "Composition"),
            new("Scripts", "a simulator's script as text", "Simulation", FolderRule.Root),
            new("Simulation", "the simulated vendor, by a handler or on a port", "Events", "LookUps", "Requests", "Composition", FolderRule.Root),
            new("Events", "what a simulated vendor sends later of what it did", "LookUps", "Requests", "Composition", FolderRule.Root),
            new("LookUps", "the lists and logs that a probe asks", "Requests", "Composition", FolderRule.Root),
            new("Requests", "a request as it arrives, and whom it reaches"),
            new("Composition", "an answer made from a definition", FolderRule.Root),
            new("Apis", "what the simulator knows of the vendors' operations", FolderRule.Root),
        ],
        ["VendorErrors.Redis"] = [new("Stores", "what a fleet shares, as scripts of Redis, and the checks at the start", FolderRule.Root)],
        ["VendorErrors.PostgreSql"] = [new("Stores", "what a fleet shares, as statements of PostgreSQL, and the checks at the start", FolderRule.Root)],
    };

    internal static string Markdown(string library)
    {
        var table = new StringBuilder("| folder | holds | may use |\n|---|---|---|\n| (root) | the types that a user names | all |\n");
        foreach (FolderRule rule in Of[library])
        {
            string uses = rule.MayUse.Length == 0 ? "nothing" : string.Join(", ", rule.MayUse.Select(Quote));
            string still = rule.StillUses.Length == 0 ? string.Empty : $"; still {string.Join(", ", rule.StillUses.Select(Quote))}";
            table.Append(null, $"| `{rule.Folder}/` | {rule.Holds} | {uses}{still} |\n");
        }

        return table.ToString();
    }

    private static string Quote(string folder) => folder == FolderRule.Root ? "(root)" : $"`{folder}/`";
}
