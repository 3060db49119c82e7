-- Saved searches with more channels, a local time and an end; messages by channel; changes of the evidence that somebody follows.

alter table saved_searches add column owner text not null default '';
alter table saved_searches add column webhook text not null default '';
alter table saved_searches add column feed integer not null default 0;
alter table saved_searches add column unsubscribed text;
alter table saved_searches add column at text not null default '08:00';
alter table saved_searches add column zone text not null default 'UTC';
alter table saved_searches add column day integer not null default 1;
alter table saved_searches add column language text not null default 'en';
alter table saved_searches add column expires text;
alter table saved_searches add column nothing_new integer not null default 0;
alter table saved_searches add column storm_limit integer not null default 30;
alter table saved_searches add column round text;                 -- the last moment of its rhythm that was served

create table search_keys (
    search      text primary key references saved_searches (id),
    unsubscribe text not null unique,
    feed        text not null unique,
    webhook     text not null
) strict;

create table search_changes (n integer not null) strict;          -- one row; another number means: read the searches again
insert into search_changes values (0);
create trigger searches_were_added after insert on saved_searches begin update search_changes set n = n + 1; end;
create trigger searches_were_removed after delete on saved_searches begin update search_changes set n = n + 1; end;
create trigger searches_were_changed after update of query, "in", created, paused, expires on saved_searches begin update search_changes set n = n + 1; end;

alter table deliveries add column channel text not null default 'Mail';
alter table deliveries add column kind text not null default 'Matches';
create index deliveries_by_search on deliveries (search, created);

create index matches_by_time on matches (matched);
create index matches_by_search_and_time on matches (search, matched);

create table evidence_events (
    id   text primary key,
    body text not null                -- JSON of the change
) strict;
