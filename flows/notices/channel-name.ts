// What a platform is called: its own name, the same in every language.
const NAMES: { readonly [channel: string]: string } = {
  telegram: 'Telegram',
  slack: 'Slack',
  wechat: 'WeChat',
}

/** A channel without a name of its own goes by its code. */
export const platform = (channel: string): string => NAMES[channel] ?? channel
