// Figures asked of the database in plain SQL: a third way of counting, without any of our code in between.
import { type SQL, sql } from 'drizzle-orm'

type Span = { from: number; to: number }
/** One number, or what is divided and by what. */
export type Plain = { [id: string]: SQL }

export function plain(station: string, { from, to }: Span): Plain {
  /** What every statement may use; the last line is its own. */
  const ask = (own: SQL): SQL => sql`
    with d as (select * from disputes where station_id = ${station}),
    t as (select * from transitions where station_id = ${station} and at <= ${to}),
    last as (select distinct on (dispute_id) dispute_id, "to" as state from t order by dispute_id, rev desc),
    ok as (
      select d.* from d left join last on last.dispute_id = d.id
      where d.category not like 'ND%' and not d.prank and coalesce(last.state, '') not in ('MERGED', 'REJECTED')
    ),
    reg as (select dispute_id, min(at) as at from t where "from" = 'DRAFT' and "to" <> 'REJECTED' group by 1),
    acc as (select dispute_id, min(at) as at from t where "to" = 'ACCEPTED' group by 1),
    found as (select ok.* from ok join reg on reg.dispute_id = ok.id and reg.at between ${from} and ${to}),
    agreed as (
      select ok.*, (select min(at) from t where t.dispute_id = ok.id and "to" = 'AGREED' and at between ${from} and ${to}) as on_day
      from ok where exists (select from t where t.dispute_id = ok.id and "to" = 'AGREED' and at between ${from} and ${to})
    ),
    pm as (
      select id from d where track in ('PM', 'JOINT')
      or (track is null and left(category, 2) in ('MF', 'NB', 'HS', 'CT', 'PB', 'TD', 'PY', 'OT'))
    ),
    accepted as (select ok.* from ok join acc on acc.dispute_id = ok.id and acc.at between ${from} and ${to} where ok.id in (select id from pm)),
    a as (
      select * from agreements where station_id = ${station} and at <= ${to} and (replaced_at is null or replaced_at > ${to})
    ),
    owed as (
      select u.*, a.dispute_id as of_case, coalesce(u.due_at, u.done_at) as day, (u.done_at is not null and u.done_at <= ${to}) as done
      from duties u join a on a.id = u.agreement_id
      where u.station_id = ${station} and coalesce(u.due_at, u.done_at) is not null
        and not exists (select from duty_events e where e.duty_id = u.id and e.what = 'waived' and e.at <= ${to})
    ),
    due as (
      select agreement_id, of_case, bool_and(done) as done from owed group by 1, 2 having max(day) between ${from} and ${to}
    ),
    seen as (
      select r.*, case when ended_at is null or state = 'waived' then at else least(at, ended_at) end as day
      from revisits r where station_id = ${station} and state <> 'superseded'
    )
    ${own}`
  const one = (what: SQL): SQL => ask(sql`select (${what})::bigint as n`)
  const two = (what: SQL, per: SQL): SQL => ask(sql`select (${what})::bigint as n, (${per})::bigint as per`)
  const inside = (column: string): SQL => sql`${sql.raw(column)} between ${from} and ${to}`
  const kind = (top: string): SQL => sql`select count(*) from accepted where left(category, 2) = ${top}`
  const failed = sql`("to" = 'FAILED' or ("from" = 'MEDIATING' and "to" = 'TERMINATED'))`
  const grave = (table: string): SQL => sql`(coalesce(headcount, 0) >= 100
    or exists (select from gradings g where g.dispute_id = ${sql.raw(table)}.id and g.level = 'RED' and g.at <= ${to}))`
  const people = (roles: string[]): SQL => sql`exists (
    select from mediations m, people p where m.dispute_id = agreed.id and p.station_id = ${station}
      and (p.id = m.by or m.helpers @> to_jsonb(p.id)) and p.roles ?| array[${sql.join(
        roles.map((role) => sql`${role}`),
        sql`, `,
      )}]
    union all
    select from joint_invitations j, people p where j.dispute_id = agreed.id and j.came and p.id = j.person_id
      and p.station_id = ${station} and p.roles ?| array[${sql.join(
        roles.map((role) => sql`${role}`),
        sql`, `,
      )}])`
  const dealt = sql`select count(*) from ok where exists (
    select from t where t.dispute_id = ok.id and ${inside('t.at')}
      and ("to" = 'AGREED' or ${failed} or ("from" = 'REFERRED' and "to" = 'CLOSED' and not exists (
        select from transitions b where b.dispute_id = t.dispute_id and b.rev < t.rev and (b."to" in ('AGREED', 'FAILED')
          or (b."from" = 'MEDIATING' and b."to" = 'TERMINATED'))))))`
  return {
    A1: one(sql`select count(*) from accepted`),
    A2: one(sql`select count(*) from agreed where id in (select id from pm)`),
    A4: one(kind('MF')),
    A7: one(kind('CT')),
    A9: one(kind('TD')),
    A18: one(sql`select count(*) from accepted where left(category, 2) in ('SC', 'RL', 'VA', 'AD', 'OT')`),
    A19: one(sql`select count(*) from accepted where source = 'patrol'`),
    A20: one(sql`select count(*) from accepted where source in ('chat', 'desk', 'phone', 'door')`),
    A21: one(
      sql`select count(*) from accepted where source in ('110', 'court', 'petition', '12345', 'referred')`,
    ),
    A22: one(sql`select sum(u.amount_fen) from duties u join a on a.id = u.agreement_id
      where u.station_id = ${station} and ${inside('a.at')} and a.dispute_id in (select id from pm)`),
    A23: one(
      sql`select count(*) from a where form = 'written' and ${inside('at')} and dispute_id in (select id from pm)`,
    ),
    A24: one(
      sql`select count(*) from a where form = 'oral' and ${inside('at')} and dispute_id in (select id from pm)`,
    ),
    A27: two(
      sql`select count(*) from due where done and of_case in (select id from pm)`,
      sql`select count(*) from due where of_case in (select id from pm)`,
    ),
    A28: one(sql`select count(*) from agreements where station_id = ${station} and ${inside('confirmed_at')}
      and dispute_id in (select id from pm)`),
    A29: one(sql`select count(*) from ok where id in (select id from pm) and id not in (select id from agreed)
      and exists (select from t where t.dispute_id = ok.id and ${inside('t.at')} and ${failed})`),
    A30: one(
      sql`select count(*) from preventions where station_id = ${station} and kind = 'crime' and ${inside('approved_at')}`,
    ),
    A31: one(
      sql`select sum(people) from preventions where station_id = ${station} and kind = 'crime' and ${inside('approved_at')}`,
    ),
    B1: one(sql`select count(*) from found`),
    B2: one(dealt),
    B4: one(sql`select count(*) from agreed`),
    B6: one(sql`select count(*) from found where left(category, 2) = 'RL'`),
    B14: one(sql`select count(*) from found where left(category, 2) = 'LF' and category <> 'LF-CL'`),
    B36: one(sql`select count(*) from found where category in ('LF-CL', 'VA-AS')`),
    B38: one(sql`select count(*) from found where left(category, 2) in ('MF', 'NB', 'HS', 'TD', 'TA')`),
    B44: one(sql`select count(*) from found where coalesce(headcount, 0) < 50`),
    B46: one(sql`select count(*) from found where headcount between 100 and 499`),
    B48: one(sql`select count(*) from found where ${grave('found')}`),
    B50: one(sql`select count(*) from agreed where ${grave('agreed')}`),
    B52: one(sql`select count(*) from patrols where station_id = ${station} and ${inside('opened_at')}`),
    C4: two(
      sql`select count(*) from found where exists (
        select from contacts c where c.dispute_id = found.id and c.at <= ${to})`,
      sql`select count(*) from found`,
    ),
    C5: two(
      sql`select count(*) from ok where ${inside('contact_by')} and contacted_at <= contact_by`,
      sql`select count(*) from ok where ${inside('contact_by')}`,
    ),
    C7: one(sql`select count(*) from agreed where difficulty = 'simple' and ${people(['mediator'])}`),
    C8: one(sql`select count(*) from agreed where ${people(['cadre', 'township'])}`),
    C9: one(sql`select sum(e.amount_fen) from duty_events e join duties u on u.id = e.duty_id
      where e.station_id = ${station} and ${inside('e.at')} and e.what in ('done', 'part')
        and ((u.kind = 'return' and e.proof is not null) or (u.kind = 'pay' and e.proof in ('receipt', 'transfer', 'creditor')))`),
    C10: one(sql`select count(*) from joint_meetings where station_id = ${station} and ${inside('held_at')}`),
    C11: two(
      sql`select sum((on_day - reg.at) / 86400000) from agreed join reg on reg.dispute_id = agreed.id`,
      sql`select count(*) from agreed`,
    ),
    C15: one(
      sql`select count(*) from requests where station_id = ${station} and state = 'solved' and ${inside('answered_at')}`,
    ),
    C16: one(sql`select count(*) from referrals where station_id = ${station} and ${inside('at')}`),
    C17: one(
      sql`select count(*) from referrals where station_id = ${station} and result = 'finished' and ${inside('result_at')}`,
    ),
    C18: two(
      sql`select count(*) from owed where done and ${inside('day')}`,
      sql`select count(*) from owed where ${inside('day')}`,
    ),
    C20: one(sql`select count(*) from owed where not done and ${inside('day')}`),
    C23: two(
      sql`select count(*) from seen where state = 'answered' and ${inside('day')} and ended_at <= ${to}`,
      sql`select count(*) from seen where state <> 'waived' and ${inside('day')}`,
    ),
    C24: two(
      sql`select sum(score) from seen where state = 'answered' and score is not null and ${inside('ended_at')}`,
      sql`select count(score) from seen where state = 'answered' and ${inside('ended_at')}`,
    ),
    C25: one(sql`select count(distinct t.dispute_id) from t join ok on ok.id = t.dispute_id
      where "from" = 'CLOSED' and "to" = 'REOPENED' and ${inside('t.at')}`),
    C28: one(sql`select count(*) from d join reg on reg.dispute_id = d.id
      where ${inside('criminal_at')} and criminal_at - reg.at <= 365 * 86400000::bigint`),
    C29: one(sql`select count(*) from found where 'RED' = (
      select level from gradings g where g.dispute_id = found.id and g.at <= ${to} order by g.at desc limit 1)`),
    C33: one(sql`select count(*) from (
        select g.at, array_position(array['BLUE', 'YELLOW', 'ORANGE', 'RED'], g.level) as rank,
          lag(array_position(array['BLUE', 'YELLOW', 'ORANGE', 'RED'], g.level)) over (partition by g.dispute_id order by g.at) as before
        from gradings g join ok on ok.id = g.dispute_id) as moves
      where before < rank and ${inside('at')}`),
    C35: one(sql`select count(*) from found where village = 'jia' and not (facts->>'crossVillage')::boolean`),
    C39: one(sql`select count(*) from found where village is null or (facts->>'crossVillage')::boolean`),
  }
}
