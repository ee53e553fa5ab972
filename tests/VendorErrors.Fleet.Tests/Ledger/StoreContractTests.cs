namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>What every store of the ledger promises, written once for all of them.</summary>
public class StoreContractTests
{
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_retention = TimeSpan.FromDays(35);
    private static readonly TimeSpan s_close = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Stores => new(LedgerBed.All);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Stores))]
    public async Task Add_KeepsAllOfAnEntry_AndTheSecondGetsTheFirst(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        LedgerEntry first = EntryOf("a", data: "{\"operation\":\"POST /anr\u00fcfe \\u0000 'x' \\\"y\\\"\",\"reason\":\"\u260e\"}");
        LedgerEntry bare = EntryOf("b") with { Fingerprint = null };

        (await AddAsync(bed, first)).Should().Be(LedgerAddition.Added);
        LedgerAddition second = await AddAsync(bed, EntryOf("a", owner: "other"));
        (await AddAsync(bed, bare)).Should().Be(LedgerAddition.Added);

        second.IsAdded.Should().BeFalse();
        ShouldBe(second.Existing, first, s_lease, TimeSpan.Zero);
        ShouldBe(await bed.Store.FindAsync(bare.Key, Token), bare, s_lease, TimeSpan.Zero);
        (await bed.Store.FindAsync(KeyOf("c"), Token)).Should().BeNull();
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Stores))]
    public async Task Add_OfAMessageOlderThanTheRetention_AddsNothing_UnlessItIsThere(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        DateTimeOffset now = NowOf(kind);

        foreach (DateTimeOffset old in (DateTimeOffset[])[now - s_retention - s_close, DateTimeOffset.MinValue])
        {
            (await AddAsync(bed, EntryOf("old"), createdAt: old)).Should().Be(LedgerAddition.TooOld);
            (await bed.Store.FindAsync(KeyOf("old"), Token)).Should().BeNull();
        }

        (await AddAsync(bed, EntryOf("young"), createdAt: now - s_retention + s_close)).IsAdded.Should().BeTrue();
        (await AddAsync(bed, EntryOf("future"), createdAt: DateTimeOffset.MaxValue)).IsAdded.Should().BeTrue();
        (await AddAsync(bed, EntryOf("zone"), createdAt: now.ToOffset(TimeSpan.FromHours(9)))).IsAdded.Should().BeTrue();
        (await AddAsync(bed, EntryOf("young"), createdAt: DateTimeOffset.MinValue)).Existing.Should().NotBeNull();
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Stores))]
    public async Task OfManyAtOnce_OneAdds_AndOneReplaces(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        for (var round = 0; round < 20; round++)
        {
            string name = $"round {round}";
            LedgerAddition[] additions = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => AddAsync(bed, EntryOf(name, owner: $"owner {i}")), Token)));
            additions.Count(addition => addition.IsAdded).Should().Be(1);
            LedgerEntry added = (await bed.Store.FindAsync(KeyOf(name), Token))!;
            additions.Where(addition => !addition.IsAdded).Should().OnlyContain(addition => addition.Existing!.Owner == added.Owner);

            bool[] replaced = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => ReplaceAsync(bed, added with { Version = 2, Owner = $"next {i}" }, added), Token)));

            replaced.Count(one => one).Should().Be(1);
            (await bed.Store.FindAsync(KeyOf(name), Token))!.Owner.Should().Be($"next {Array.IndexOf(replaced, true)}");
        }
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Stores))]
    public async Task Replace_ComparesVersionAndOwner(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        LedgerEntry first = EntryOf("a");
        await AddAsync(bed, first);
        LedgerEntry next = first with { Version = 2, State = LedgerState.Unknown, Owner = "next", Claim = 7, Fingerprint = null, Data = "{\"probes\":1}" };

        (await ReplaceAsync(bed, next, first with { Version = 2 })).Should().BeFalse();
        (await ReplaceAsync(bed, next, first with { Owner = "other" })).Should().BeFalse();
        (await ReplaceAsync(bed, next with { Key = KeyOf("b") }, first with { Key = KeyOf("b") })).Should().BeFalse();
        ShouldBe(await bed.Store.FindAsync(first.Key, Token), first, s_lease, TimeSpan.Zero);
        (await bed.Store.FindAsync(KeyOf("b"), Token)).Should().BeNull();

        (await ReplaceAsync(bed, next, first)).Should().BeTrue();
        ShouldBe(await bed.Store.FindAsync(first.Key, Token), next, TimeSpan.Zero, TimeSpan.Zero);
        (await ReplaceAsync(bed, next, first)).Should().BeFalse();
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Stores))]
    public async Task TimesRunOnTheStoresClock_AndTheAgeBeginsAgainWithTheState(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        LedgerEntry entry = EntryOf("a");
        await AddAsync(bed, entry);
        await bed.PassAsync(entry.Key, TimeSpan.FromMinutes(3));
        ShouldBe(await bed.Store.FindAsync(entry.Key, Token), entry, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(3));

        LedgerEntry renewed = entry with { Version = 2 };
        (await ReplaceAsync(bed, renewed, entry, s_lease)).Should().BeTrue();
        await bed.PassAsync(entry.Key, TimeSpan.FromMinutes(1));
        ShouldBe(await bed.Store.FindAsync(entry.Key, Token), renewed, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4));

        LedgerEntry asked = entry with { Version = 3, State = LedgerState.Unknown };
        (await ReplaceAsync(bed, asked, renewed, TimeSpan.FromSeconds(35))).Should().BeTrue();
        ShouldBe(await bed.Store.FindAsync(entry.Key, Token), asked, TimeSpan.FromSeconds(35), TimeSpan.Zero);

        LedgerEntry done = entry with { Version = 4, State = LedgerState.Done };
        (await ReplaceAsync(bed, done, asked)).Should().BeTrue();
        await bed.PassAsync(entry.Key, TimeSpan.FromDays(1));
        ShouldBe(await bed.Store.FindAsync(entry.Key, Token), done, TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Stores))]
    public async Task OnlyWhatIsFinal_EverEnds(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        LedgerEntry sending = EntryOf("sending");
        LedgerEntry unknown = await PutAsync(bed, "unknown", LedgerState.Unknown);
        LedgerEntry done = await PutAsync(bed, "done", LedgerState.Done);
        LedgerEntry refused = await PutAsync(bed, "refused", LedgerState.Refused);
        LedgerEntry claimed = await PutAsync(bed, "claimed again", LedgerState.Refused);
        LedgerEntry erased = await PutAsync(bed, "erased", LedgerState.Done);
        await AddAsync(bed, sending);
        (await ReplaceAsync(bed, claimed with { Version = 3, State = LedgerState.Sending }, claimed, s_lease)).Should().BeTrue();
        string[] keys = [sending.Key, unknown.Key, done.Key, refused.Key, claimed.Key, erased.Key];

        await PassAsync(TimeSpan.FromDays(20));
        (await ReplaceAsync(bed, erased with { Version = 3, Fingerprint = null, Data = "{}" }, erased)).Should().BeTrue();
        await PassAsync(TimeSpan.FromDays(17));
        await bed.Store.PurgeAsync(100, Token);

        (await FoundAsync()).Should().Equal(sending.Key, unknown.Key, claimed.Key, erased.Key);
        await PassAsync(TimeSpan.FromDays(3650));
        await bed.Store.PurgeAsync(100, Token);
        (await FoundAsync()).Should().Equal(sending.Key, unknown.Key, claimed.Key);
        (await bed.Store.PurgeAsync(100, Token)).Should().Be(0);
        (await bed.Store.CountAsync(Token)).Should().Equal(new Dictionary<LedgerState, long> { [LedgerState.Sending] = 2, [LedgerState.Unknown] = 1 });
        (await bed.Store.ListAsync(LedgerState.Done, default, 100, Token)).Should().BeEmpty();

        async Task PassAsync(TimeSpan time)
        {
            foreach (string key in kind == "memory" ? keys[..1] : keys)
            {
                await bed.PassAsync(key, time);
            }
        }

        async Task<List<string>> FoundAsync()
        {
            List<string> found = [];
            foreach (string key in keys)
            {
                if (await bed.Store.FindAsync(key, Token) is not null)
                {
                    found.Add(key);
                }
            }

            return found;
        }
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Stores))]
    public async Task Purge_TakesAwayAsManyAsItMay(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        List<string> keys = [];
        for (var i = 0; i < 20; i++)
        {
            keys.Add((await PutAsync(bed, $"{i}", i % 2 == 0 ? LedgerState.Done : LedgerState.Refused)).Key);
        }

        foreach (string key in kind == "memory" ? keys[..1] : [.. keys])
        {
            await bed.PassAsync(key, TimeSpan.FromDays(37));
        }

        int[] purged = [await bed.Store.PurgeAsync(8, Token), await bed.Store.PurgeAsync(8, Token), await bed.Store.PurgeAsync(8, Token), await bed.Store.PurgeAsync(8, Token)];

        purged.Should().OnlyContain(count => count <= 8);
        purged.Sum().Should().Be(20);
        (await bed.Store.CountAsync(Token)).Should().BeEmpty();
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Stores))]
    public async Task List_GivesTheOldestOfAStateFirst(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        LedgerState[] states = [LedgerState.Sending, LedgerState.Unknown, LedgerState.Done, LedgerState.Refused];
        List<string> names = [];
        for (var i = 0; i < 40; i++)
        {
            await PutAsync(bed, $"{i}", states[i % 4]);
            names.Add($"{i}");
            foreach (string name in kind == "memory" ? names[..1] : [.. names])
            {
                await bed.PassAsync(KeyOf(name), TimeSpan.FromMinutes(1));
            }
        }

        (await bed.Store.CountAsync(Token)).Should().Equal(states.ToDictionary(state => state, _ => 10L));
        IReadOnlyList<LedgerEntry> all = await bed.Store.ListAsync(null, default, 100, Token);
        all.Select(entry => entry.Key).Should().Equal(names.Select(KeyOf));
        all.Should().OnlyContain(entry => entry.Data == "{}" && entry.Fingerprint != null);
        (await bed.Store.ListAsync(null, default, 7, Token)).Select(entry => entry.Key).Should().Equal(names.Take(7).Select(KeyOf));
        foreach (LedgerState state in states)
        {
            IEnumerable<string> ofState = names.Where((_, i) => states[i % 4] == state).Select(KeyOf);
            (await bed.Store.ListAsync(state, default, 100, Token)).Select(entry => entry.Key).Should().Equal(ofState);
            (await bed.Store.ListAsync(state, TimeSpan.FromMinutes(20.5), 100, Token)).Select(entry => entry.Key).Should().Equal(ofState.Take(5));
            (await bed.Store.ListAsync(state, TimeSpan.FromMinutes(20.5), 2, Token)).Select(entry => entry.Key).Should().Equal(ofState.Take(2));
        }
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Stores))]
    public async Task OfManyProposedSecrets_AllGetOne(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);

        byte[][] secrets = await Task.WhenAll(Enumerable.Range(1, 16).Select(i => Task.Run(() => bed.Store.GetOrAddSecretAsync([0, (byte)i, 255], Token).AsTask(), Token)));

        secrets.Should().OnlyContain(secret => secret.SequenceEqual(secrets[0]));
        secrets[0].Should().HaveCount(3);
        (await bed.Store.GetOrAddSecretAsync([9], Token)).Should().Equal(secrets[0]);
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Stores))]
    public async Task ACanceledToken_WritesNothing(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        LedgerEntry entry = EntryOf("a");
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        await bed.Store.Awaiting(store => store.AddAsync(entry, s_lease, NowOf(kind), s_retention, canceled.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        (await bed.Store.FindAsync(entry.Key, Token)).Should().BeNull();
    }

    private static string KeyOf(string name) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));

    private static LedgerEntry EntryOf(string name, string owner = "owner", string data = "{}") =>
        new(KeyOf(name), 1, LedgerState.Sending, owner, 1, KeyOf("request of " + name), data);

    // The clock of the one in memory stands at the beginning of 2026.
    private static DateTimeOffset NowOf(string kind) => kind == "memory" ? new Http.Tests.Ledger.Explorer.Clock().GetUtcNow() : DateTimeOffset.UtcNow;

    private static async Task<LedgerAddition> AddAsync(LedgerBed bed, LedgerEntry entry, DateTimeOffset? createdAt = null) =>
        await bed.Store.AddAsync(entry, s_lease, createdAt ?? DateTimeOffset.UtcNow.AddDays(1), s_retention, Token);

    private static async Task<bool> ReplaceAsync(LedgerBed bed, LedgerEntry entry, LedgerEntry expected, TimeSpan lease = default) =>
        await bed.Store.ReplaceAsync(entry, expected, lease, s_retention + TimeSpan.FromDays(1), Token);

    private static async Task<LedgerEntry> PutAsync(LedgerBed bed, string name, LedgerState state)
    {
        LedgerEntry entry = EntryOf(name);
        (await AddAsync(bed, entry)).IsAdded.Should().BeTrue();
        LedgerEntry put = entry with { Version = 2, State = state };
        (await ReplaceAsync(bed, put, entry)).Should().BeTrue();
        return put;
    }

    private static void ShouldBe(LedgerEntry? actual, LedgerEntry expected, TimeSpan leaseLeft, TimeSpan age)
    {
        (actual! with { LeaseLeft = default, Age = default }).Should().Be(expected);
        actual.LeaseLeft.Should().BeCloseTo(leaseLeft, leaseLeft == TimeSpan.Zero ? TimeSpan.Zero : s_close);
        actual.Age.Should().BeCloseTo(age, s_close);
    }
}
