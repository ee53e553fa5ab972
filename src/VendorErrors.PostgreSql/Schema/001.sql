-- VendorErrors.PostgreSql, version 1. Every instance runs it at its start, one after the other; run it by hand where MigrateAtStart is off.
-- {schema} stands for the name of the schema, as the option Schema has it.
CREATE SCHEMA IF NOT EXISTS {schema};

CREATE TABLE IF NOT EXISTS {schema}.version (
    number integer PRIMARY KEY,
    applied timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE IF NOT EXISTS {schema}.cooldown (
    account text PRIMARY KEY,
    ends timestamptz NOT NULL
);

CREATE TABLE IF NOT EXISTS {schema}.credential (
    name text PRIMARY KEY,
    version bigint NOT NULL DEFAULT 0,
    secret bytea,
    owner text,
    leased_until timestamptz,
    paused_until timestamptz
);

INSERT INTO {schema}.version (number) VALUES (1) ON CONFLICT DO NOTHING;
