// The statements that every message or every sweep costs. Written by hand because round trips and commits are the cost:
// each does in one what drizzle would do in several. `$1` is always the station.

/** Address, sitting, key and staff of one who is heard. $2 channel, $3 blind index of the platform's id. */
export const LOAD = `
select a.id, a.key_id, k.wrapped, k.wrapped_by, c.rev, c.state, c.locale,
  (select p.id from people p
    where p.station_id = a.station_id and p.id = a.person_id and p.revoked_at is null) as staff,
  a.unreachable_since is not null as unreachable
from addresses a
join conversations c on c.station_id = a.station_id and c.address_id = a.id
join data_keys k on k.station_id = a.station_id and k.id = a.key_id
where a.station_id = $1 and a.channel = $2 and a.lookup = $3`

/** First sight: address, key and empty sitting, or nothing when another process was first. */
export const MEET = `
with met as (
  insert into addresses (station_id, id, channel, lookup, channel_id, key_id, created_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (station_id, channel, lookup) do nothing
  returning id
), keyed as (
  insert into data_keys (station_id, id, wrapped, wrapped_by, created_at)
  select $1, $6, $8, $9::int, $7::bigint from met
), seated as (
  insert into conversations (station_id, address_id, rev, locale)
  select $1, id, 0, $10 from met
)
select id from met`

/**
 * A batch of ordinary turns of different people: what was heard, the sittings by compare-and-set, the outbox, and the
 * call to other replicas. A turn is written whole or not at all; a batch of one is the plain form.
 *
 * Turns: $2 index, $3 address, $4 inbound, $5 rev, $6 at, $7 heard, $8 state, $9 wake, $10 locale, $11 replies,
 * $18 what the platform calls the message or null.
 * Replies: $12 index of the turn, $13 place in it from 1, $14 id, $15 content, $16 priority. $17 what to say to other
 * replicas. A new parcel may go at once (run_at 0), whatever the platform's clock says of `at`.
 *
 * Rows are looked up one by one on purpose: what the planner believes of tables that grew since it last looked must not
 * matter. The sitting is changed first: whoever loses the race for it writes nothing else. An inbound id that slips through
 * both checks fails the statement by its primary key.
 */
export const KEEP = `
with turn as (
  select t.*, (
      select true from heard h
      where h.station_id = $1 and h.address_id = t.address_id and h.inbound = t.inbound) as known
  from unnest($2::int[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::text[], $8::text[],
    $9::bigint[], $10::text[], $11::int[], $18::text[])
    as t(n, address_id, inbound, rev, at, heard, state, wake_at, locale, replies, ref)
), moved as (
  update conversations c
  set rev = c.rev + 1, state = t.state, wake_at = t.wake_at, locale = t.locale, last_seq = c.last_seq + t.replies
  from turn t
  where c.station_id = $1 and c.address_id = any($3::text[]) and c.address_id = t.address_id and c.rev = t.rev
    and t.known is null
  returning t.n, t.address_id, t.inbound, t.at, t.heard, t.ref, c.last_seq - t.replies as said, c.at_risk
), noted as (
  insert into heard (station_id, address_id, inbound, at, content, ref)
  select $1, address_id, inbound, at, heard, ref from moved
), posted as (
  insert into outbox (station_id, address_id, seq, id, at, class, run_at, content, priority)
  select $1, m.address_id, m.said + r.k, r.id, m.at,
    case when m.at_risk then 'once' else 'repeatable' end, 0, r.content, r.priority
  from unnest($12::int[], $13::int[], $14::text[], $15::text[], $16::int[]) as r(n, k, id, content, priority)
  join moved m on m.n = r.n
  returning 1
)
select t.n,
  case
    when m.n is not null then 'kept'
    when t.known then 'repeat'
    else 'stale'
  end as outcome,
  (select pg_notify('maple_bridge', $17) where $17 <> '' and exists (select 1 from posted)) as called
from turn t left join moved m on m.n = t.n`

/**
 * Leases the parcels that may go: of each address only the oldest unfinished, riskiest first. A parcel left in
 * `sending` by a process that died comes back too, for the caller to declare unknown. In a group, what was said first
 * about the same case begins the thread. $2 now, $3 limit, $4 lease.
 */
export const CLAIM_PARCELS = `
with next as (
  select o.address_id, o.seq from outbox o
  where o.station_id = $1 and o.state in ('ready', 'sending') and o.run_at <= $2
    and o.seq = (
      select min(e.seq) from outbox e
      where e.station_id = $1 and e.address_id = o.address_id and e.state in ('ready', 'sending'))
  order by o.priority desc, o.run_at
  limit $3
  for update of o skip locked
), claimed as (
  update outbox o set run_at = $2 + $4, attempts = o.attempts + case when o.state = 'ready' then 1 else 0 end
  from next n
  where o.station_id = $1 and o.address_id = n.address_id and o.seq = n.seq
  returning o.*
)
select o.address_id, o.seq, o.id, o.at, o.class, o.state, o.attempts, o.content, o.priority,
  a.channel, a.channel_id, a.key_id, k.wrapped, k.wrapped_by, c.locale,
  case when a.is_group and o.dispute_id is not null then (
    select t.ref from outbox t
    where t.station_id = $1 and t.dispute_id = o.dispute_id and t.address_id = o.address_id and t.ref is not null
      and t.seq < o.seq
    order by t.seq
    limit 1) end as thread
from claimed o
join addresses a on a.station_id = $1 and a.id = o.address_id
join conversations c on c.station_id = $1 and c.address_id = o.address_id
join data_keys k on k.station_id = $1 and k.id = a.key_id
order by o.priority desc, o.at, o.seq`

/**
 * Marks parcels as delivered, and posts what was promised for after their delivery. $2 addresses, $3 seqs, $4 now,
 * $5 what to say to other replicas, $6 what the platform calls them or null.
 */
export const DELIVERED = `
with done as (
  update outbox o set state = 'delivered', ended_at = $4, ref = coalesce(d.ref, o.ref)
  from unnest($2::text[], $3::bigint[], $6::text[]) as d(address_id, seq, ref)
  where o.station_id = $1 and o.address_id = d.address_id and o.seq = d.seq and o.state <> 'delivered'
  returning o.address_id, o.after_address, o.after_id, o.after_content, o.priority, o.dispute_id, o.at
), reached as (
  update addresses a set unreachable_since = null
  from done d
  where a.station_id = $1 and a.id = d.address_id and a.unreachable_since is not null
), after as (
  select d.*, row_number() over (partition by d.after_address) as k
  from done d join conversations r on r.station_id = $1 and r.address_id = d.after_address
  -- To somebody at risk only while they are still there: an hour later somebody else may hold the phone.
  where not r.at_risk or d.at >= $4 - 900000
), numbered as (
  update conversations c set last_seq = c.last_seq + n.count
  from (select after_address, count(*) as count from after group by after_address) n
  where c.station_id = $1 and c.address_id = n.after_address
  returning c.address_id, c.last_seq - n.count as said, c.at_risk
), posted as (
  insert into outbox (station_id, address_id, seq, id, at, class, run_at, content, priority, dispute_id)
  select $1, n.address_id, n.said + a.k, a.after_id, $4,
    case when n.at_risk then 'once' else 'repeatable' end, 0, a.after_content, a.priority, a.dispute_id
  from after a join numbered n on n.address_id = a.after_address
  returning 1
)
select (select count(*) from done)::int as done, (select count(*) from posted)::int as posted,
  (select pg_notify('maple_bridge', $5) where $5 <> '' and exists (select 1 from posted)) as called`

/**
 * Leases what is due, riskiest and oldest first. What fails again and again is tried ever more rarely, up to 64 times
 * the lease. $2 now, $3 limit, $4 lease.
 */
export const CLAIM_DUES = `
with next as (
  select d.id from due d
  where d.station_id = $1 and d.state = 'open' and d.run_at <= $2
  order by d.priority desc, d.run_at
  limit $3
  for update of d skip locked
), claimed as (
  update due d set run_at = $2 + $4 * power(2, least(d.attempts, 6))::bigint, attempts = d.attempts + 1
  from next n
  where d.station_id = $1 and d.id = n.id
  returning d.*
)
select d.id, d.key, d.kind, d.at, d.event, d.priority, d.address_id, a.channel, a.channel_id, a.key_id, k.wrapped, k.wrapped_by
from claimed d
left join addresses a on a.station_id = $1 and a.id = d.address_id
left join data_keys k on k.station_id = $1 and k.id = a.key_id
order by d.priority desc, d.at, d.id`

/** Whose open conversation the clock should wake. $2 now, $3 limit. */
export const WAKES = `
select c.rev, a.id, a.channel, a.channel_id, a.key_id, k.wrapped, k.wrapped_by
from conversations c
join addresses a on a.station_id = c.station_id and a.id = c.address_id
join data_keys k on k.station_id = c.station_id and k.id = a.key_id
where c.station_id = $1 and c.wake_at <= $2
order by c.wake_at
limit $3`

/** The next time anything is due or wakes. */
export const NEXT = `
select least(
  (select min(run_at) from due where station_id = $1 and state = 'open'),
  (select min(wake_at) from conversations where station_id = $1 and wake_at is not null)) as at`

/**
 * Promises messages to several addresses inside a transaction: their numbers, and the rows. Addresses are locked in one
 * order, so that two transactions never wait for each other here. $2 place, $3 address, $4 id, $5 at, $6 class or null,
 * $7 content, $8 priority, $9 dispute, $10 address, $11 id and $12 content of what follows the delivery, $13 1 for a card
 * whose buttons stand, $14 what the platform calls the message that it takes the place of or null.
 */
export const POST = `
with post as (
  select * from unnest($2::int[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::int[], $9::text[],
    $10::text[], $11::text[], $12::text[], $13::int[], $14::text[])
    as p(k, address_id, id, at, class, content, priority, dispute_id, after_address, after_id, after_content, live, ref)
), locked as (
  select c.address_id from conversations c
  where c.station_id = $1 and c.address_id in (select address_id from post)
  order by c.address_id
  for update of c
), numbered as (
  update conversations c set last_seq = c.last_seq + n.count
  from (select l.address_id, (select count(*) from post p where p.address_id = l.address_id) as count from locked l) n
  where c.station_id = $1 and c.address_id = n.address_id
  returning c.address_id, c.last_seq - n.count as said, c.at_risk
)
insert into outbox (station_id, address_id, seq, id, at, class, run_at, content, priority, dispute_id,
  after_address, after_id, after_content, live, ref)
select $1, p.address_id, n.said + row_number() over (partition by p.address_id order by p.k), p.id, p.at,
  case when n.at_risk then 'once' else coalesce(p.class, 'repeatable') end, 0, p.content, p.priority, p.dispute_id,
  p.after_address, p.after_id, p.after_content, p.live = 1, p.ref
from post p join numbered n on n.address_id = p.address_id`

/**
 * Opens a turn with commands: locks the sitting and writes the inbound id. $2 address, $3 inbound, $4 at, $5 heard,
 * $6 what the platform calls the message or null. `fresh` is null when the id was heard before.
 */
export const BEGIN_TURN = `
with locked as (
  select c.rev, c.state, c.locale from conversations c
  where c.station_id = $1 and c.address_id = $2
  for update
), noted as (
  insert into heard (station_id, address_id, inbound, at, content, ref)
  select $1, $2, $3, $4::bigint, $5, $6 from locked
  on conflict do nothing
  returning inbound
)
select l.rev, l.state, l.locale, (select inbound from noted) as fresh from locked l`

/** Ends a turn with commands; no row when the address was erased in it. $2 address, $3 state, $4 wake, $5 locale. */
export const END_TURN = `
update conversations set rev = rev + 1, state = coalesce($3, state), wake_at = $4, locale = $5
where station_id = $1 and address_id = $2
returning rev`

/**
 * Takes a lease that is free or over, or keeps one's own; no row while somebody else has it. Clocks of different machines
 * never meet here: only the database's is asked. $2 name, $3 holder, $4 milliseconds.
 */
export const HOLD = `
insert into leases as l (station_id, name, holder, until)
values ($1, $2, $3, (extract(epoch from clock_timestamp()) * 1000)::bigint + $4::bigint)
on conflict (station_id, name) do update
set holder = excluded.holder, until = (extract(epoch from clock_timestamp()) * 1000)::bigint + $4::bigint
where l.holder = excluded.holder or l.until <= (extract(epoch from clock_timestamp()) * 1000)::bigint
returning l.name`

/** Gives one's own lease back. $2 name, $3 holder. */
export const RELEASE = `delete from leases where station_id = $1 and name = $2 and holder = $3`

/**
 * The cards of cases that moved on: those with buttons that stood until now, of which it is known what the platform calls
 * them; also those that are just about to be shown anew. Each is found once. $2 disputes.
 */
export const STALE_CARDS = `
with stale as (
  update outbox o set live = false
  where o.station_id = $1 and o.dispute_id = any($2::text[]) and o.live and o.ref is not null
    and o.state in ('ready', 'sending', 'delivered')
  returning o.address_id, o.seq, o.id, o.content, o.dispute_id, o.ref, o.priority
)
select s.*, a.key_id, k.wrapped, k.wrapped_by
from stale s
join addresses a on a.station_id = $1 and a.id = s.address_id
join data_keys k on k.station_id = $1 and k.id = a.key_id
order by s.address_id, s.seq`

/** What time it is at the station. */
export const STATION_TIME = `
select (extract(epoch from clock_timestamp()) * 1000)::bigint + clock_offset_ms as now from stations where id = $1`

/** Somebody who speaks can be reached again. $2 address. */
export const REACHED = `update addresses set unreachable_since = null where station_id = $1 and id = $2`

/**
 * Appends to the audit and moves the end of its chain in one. $2 number, $3 time, $4 actor, $5 action, $6 subject, $7 facts,
 * $8 hash before and $9 hash of each line; $10 number, $11 hash and $12 mark of the end.
 */
export const APPEND_AUDIT = `
with appended as (
  insert into audit (station_id, seq, at, actor, action, subject, facts, prev, hash)
  select $1, * from unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
)
insert into audit_heads (station_id, seq, hash, mac) values ($1, $10::bigint, $11, $12)
on conflict (station_id) do update set seq = excluded.seq, hash = excluded.hash, mac = excluded.mac`
