create table samples (
    sequence integer primary key,
    id       text not null unique,
    release  text not null,
    drawn    text not null,
    body     text not null            -- JSON of the plan
) strict;
create index samples_by_release on samples (release, sequence);
create trigger samples_are_never_changed before update on samples begin select raise(abort, 'samples are append-only'); end;
create trigger samples_are_never_deleted before delete on samples begin select raise(abort, 'samples are append-only'); end;
