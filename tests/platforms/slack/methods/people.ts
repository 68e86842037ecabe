// users.* and auth.test: who somebody is, and who we are.
import type { Account } from '../workspace.ts'
import { done, type Method, refused } from './method.ts'

export const userInfo: Method = (args, { workspace }) => {
  const account = workspace.accounts.get(args.text('user'))
  if (!account) return refused('user_not_found')
  return done({ user: wireOfAccount(account, args.is('include_locale'), workspace.team) })
}

export const authTest: Method = (_, { workspace }) =>
  done({
    url: `https://${workspace.domain}.slack.com/`,
    team: workspace.domain,
    user: workspace.bot.name,
    team_id: workspace.team,
    user_id: workspace.bot.id,
    bot_id: workspace.botId,
    is_enterprise_install: false,
  })

function wireOfAccount(account: Account, withLocale: boolean, team: string) {
  return {
    id: account.id,
    team_id: account.team,
    name: account.name,
    real_name: account.name,
    deleted: account.deleted,
    is_bot: account.bot,
    is_app_user: false,
    is_restricted: account.guest,
    is_ultra_restricted: false,
    ...(account.team !== team && { is_stranger: true }),
    tz: 'Asia/Shanghai',
    tz_offset: 28_800,
    profile: { real_name: account.name, display_name: account.name, team: account.team },
    ...(withLocale && { locale: account.locale }),
  }
}
