-- The end of the chain as the last append left it: a row cut off the end of reviews by hand shows against it.
create table review_head (
    id    integer primary key check (id = 1),
    count integer not null,
    hash  text not null
) strict;
insert into review_head (id, count, hash)
select 1, count(*), coalesce((select hash from reviews order by sequence desc limit 1), '0000000000000000000000000000000000000000000000000000000000000000') from reviews;
create trigger review_head_goes_forward before update on review_head when new.count <> old.count + 1 begin select raise(abort, 'the head only goes forward'); end;
create trigger review_head_is_never_deleted before delete on review_head begin select raise(abort, 'the head is kept'); end;

-- Accounts under blind double review, so that their entries are sealed on every reading; made from the assignment in the chain.
create table blind_accounts (
    account  text primary key,
    sample   text not null,
    sequence integer not null references reviews (sequence)  -- of the assignment
) strict;
create index blind_accounts_by_sample on blind_accounts (sample);
create trigger blind_accounts_are_never_changed before update on blind_accounts begin select raise(abort, 'assignments are append-only'); end;
create trigger blind_accounts_are_never_deleted before delete on blind_accounts begin select raise(abort, 'assignments are append-only'); end;
