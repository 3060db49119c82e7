-- What the system did and what people decided. Times are UTC, ISO 8601 with seven decimals, so that text order is time order.

create table runs (
    id       text primary key,
    crawler  text not null,
    started  text not null,
    finished text,
    state    text not null,          -- running, done, failed, interrupted
    found    integer not null default 0,
    captured integer not null default 0,
    failed   integer not null default 0,
    message  text not null default ''
) strict;
create index runs_by_crawler on runs (crawler, started);

create table captures (
    id         text primary key,
    crawler    text not null,
    url        text not null,
    final_url  text not null,
    time       text not null,
    media_type text not null,
    status     integer not null,
    digest     text not null,
    warc_file  text not null,
    offset     integer not null,
    length     integer not null,
    role       text not null,        -- page, discovery, robots
    state      text not null,        -- waiting (never processed), again (by a rebuild, which tells nobody), done, failed
    note       text not null default '',
    attempts   integer not null default 0,
    not_before text                  -- a page that a passing fault kept from the corpus is tried again from then on
) strict;
create index captures_by_url on captures (url, time);
create index captures_waiting on captures (time) where state in ('waiting', 'again');

create table sources (                -- what the definition said when it was last crawled
    crawler text primary key,
    facts   text not null             -- JSON
) strict;

create table unfinished_work (        -- what was begun and must come to its end
    work  text primary key,           -- rebuild, relink
    phase text not null
) strict;

create table validators (             -- for conditional requests
    url           text primary key,
    etag          text,
    last_modified text
) strict;

create table back_off (
    crawler    text not null,
    url        text not null,         -- a feed, list or page of the source; empty for the source as a whole
    failures   integer not null,
    not_before text not null,
    message    text not null,
    primary key (crawler, url)
) strict;

create table issues (
    id         text primary key,
    kind       text not null,
    subject    text not null,
    place      text not null,
    message    text not null,
    first_seen text not null,
    last_seen  text not null,
    count      integer not null,
    resolved   text
) strict;
create index issues_open on issues (last_seen) where resolved is null;
create index issues_by_subject on issues (subject);
create index issues_open_by_place on issues (place) where resolved is null;

create table imports (
    release     text not null,
    version     integer not null,
    file        text not null,
    rows        integer not null,     -- rows stored so far; an interrupted import goes on behind them
    finished    integer not null,
    counts      text not null,        -- JSON of the report so far
    primary key (release, version, file)
) strict;

create table saved_searches (
    id        text primary key,
    name      text not null,
    query     text not null,
    "in"      text not null,
    recipient text not null,
    rhythm    text not null,
    created   text not null,
    paused    text
) strict;

create table matches (
    search   text not null references saved_searches (id),
    item     text not null,
    kind     text not null,           -- claims, documents
    matched  text not null,
    delivery text,
    primary key (search, item)        -- one record is told once to one search, whatever crashes
) strict;
create index matches_open on matches (search) where delivery is null;

create table deliveries (
    id         text primary key,
    search     text not null references saved_searches (id),
    message_id text not null unique,
    matches    text not null,         -- JSON array of ids
    state      text not null,
    created    text not null,
    attempts   integer not null default 0,
    not_before text,
    last_error text,
    sent       text
) strict;
create index deliveries_open on deliveries (created) where state in ('Waiting', 'InFlight');

create table reviews (
    sequence      integer primary key,
    subject       text not null,
    body          text not null,      -- canonical JSON that the hash covers
    previous_hash text not null,
    hash          text not null
) strict;
create index reviews_by_subject on reviews (subject, sequence);
create trigger reviews_are_never_changed before update on reviews begin select raise(abort, 'reviews are append-only'); end;
create trigger reviews_are_never_deleted before delete on reviews begin select raise(abort, 'reviews are append-only'); end;
