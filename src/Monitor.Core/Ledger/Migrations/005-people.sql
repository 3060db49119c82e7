-- Who may do what, and what each did. A name is never given twice: verdicts and the audit carry it for good.
create table people (
    name     text primary key collate nocase,
    role     text not null,             -- Reader, Reviewer, Editor, Administrator
    password text not null,             -- as the web room's hasher writes it; empty lets nobody in
    created  text not null,
    disabled text                       -- since when; null for one who may log in
) strict;

create table sessions (                 -- one browser of one person
    hash    text primary key,           -- SHA-256 of the secret in its cookie
    person  text not null collate nocase references people (name),
    created text not null,
    seen    text not null,              -- to the minute
    browser text not null
) strict;
create index sessions_by_person on sessions (person);

create table tokens (                   -- one program of one person
    id      text primary key,
    hash    text not null unique,       -- SHA-256 of the secret
    person  text not null collate nocase references people (name),
    name    text not null,
    scope   text not null,              -- the highest role it may act in
    created text not null,
    expires text,
    used    text,                       -- to the minute
    revoked text
) strict;
create index tokens_by_person on tokens (person, created);

create table audit (
    sequence      integer primary key,
    time          text not null,
    person        text not null,
    body          text not null,        -- canonical JSON that the hash covers
    previous_hash text not null,
    hash          text not null
) strict;
create index audit_by_person on audit (person, sequence);
create trigger audit_is_never_changed before update on audit begin select raise(abort, 'the audit is append-only'); end;
create trigger audit_is_never_deleted before delete on audit begin select raise(abort, 'the audit is append-only'); end;
