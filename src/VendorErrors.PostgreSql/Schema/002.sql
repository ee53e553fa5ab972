-- VendorErrors.PostgreSql, version 2: the call ledger. Run it after version 1.
-- {schema} stands for the name of the schema, as the option Schema has it.
-- state: 1 sending, 2 unknown, 3 done, 4 refused. Only the last two are ever purged, so only they may have an end.
CREATE TABLE IF NOT EXISTS {schema}.ledger (
    key text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    state smallint NOT NULL,
    owner text COLLATE "C" NOT NULL,
    claim bigint NOT NULL,
    fingerprint text COLLATE "C",
    data text NOT NULL,
    leased_until timestamptz,
    since timestamptz NOT NULL,
    keep_until timestamptz,
    CONSTRAINT only_final_ends CHECK (keep_until IS NULL OR state IN (3, 4))
);

CREATE INDEX IF NOT EXISTS ledger_by_state ON {schema}.ledger (state, since);

CREATE INDEX IF NOT EXISTS ledger_by_end ON {schema}.ledger (keep_until) WHERE keep_until IS NOT NULL;

CREATE TABLE IF NOT EXISTS {schema}.ledger_secret (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    secret bytea NOT NULL
);

INSERT INTO {schema}.version (number) VALUES (2) ON CONFLICT DO NOTHING;
