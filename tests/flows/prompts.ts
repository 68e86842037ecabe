// R00-R16 as the station agreed on them (domain 10.2): a number before a choice is how it is typed.
export type Prompt = { id: string; zh: string; en: string }

export const REVISIT_PROMPTS: readonly Prompt[] = [
  {
    id: 'R00',
    zh: '您好，派出所回访。上次那件事，想问您几句，一分钟就好。1 方便　2 晚点　3 请打电话　4 不想回访',
    en: 'Hello, a follow-up from the station about the earlier matter. One minute. 1 now 2 later 3 please phone 4 no follow-up',
  },
  {
    id: 'R01',
    zh: '说好的事，对方做到了吗？1 都做到了　2 做了一部分　3 没做　4 还没到时间',
    en: 'Did the other side do what was agreed? 1 all 2 part 3 no 4 not due yet',
  },
  {
    id: 'R02',
    zh: '您答应的，做到了吗？1 都做到了　2 做了一部分　3 没做　4 还没到时间',
    en: 'Did you do what you promised? 1 all 2 part 3 no 4 not due yet',
  },
  {
    id: 'R03',
    zh: '哪一样还没做？是什么原因？',
    en: 'Which part is not done, and why?',
  },
  {
    id: 'R04',
    zh: '这段时间，你们又闹过吗？1 没有　2 吵过　3 动手了　4 被威胁',
    en: 'Any trouble since then? 1 no 2 quarrelled 3 blows 4 threatened',
  },
  {
    id: 'R05',
    zh: '现在见面怎么样？1 打招呼　2 不说话　3 躲着走　4 还在生气',
    en: "How is it when you meet? 1 we greet 2 don't speak 3 avoid each other 4 still angry",
  },
  {
    id: 'R06',
    zh: '这样解决，您觉得公平吗？1 公平　2 还行　3 不太公平　4 不公平',
    en: 'Do you find the outcome fair? 1 fair 2 acceptable 3 not quite 4 unfair',
  },
  {
    id: 'R07',
    zh: '当时签字，是您自己愿意的吗？1 自己愿意　2 有点勉强　3 被逼的',
    en: 'Did you sign of your own will? 1 yes 2 a little reluctantly 3 I was pressed',
  },
  {
    id: 'R08',
    zh: '您现在觉得安全吗？1 安全　2 有点怕　3 很怕',
    en: 'Do you feel safe now? 1 safe 2 a bit afraid 3 very afraid',
  },
  {
    id: 'R09',
    zh: '给这次调解打个分，1到5分，5分最好。',
    en: 'Score this mediation from 1 to 5; 5 is best.',
  },
  {
    id: 'R10',
    zh: '还有难处要我们帮忙吗？没有就回“没有”。',
    en: 'Anything else we can help with? If not, say no.',
  },
  {
    id: 'R11',
    zh: '谢谢您。有事随时找我们，急事打110。',
    en: 'Thank you. Contact us any time; in an emergency call 110.',
  },
  {
    id: 'R12',
    zh: '您不回也没关系，过几天民警会打电话问候您。',
    en: 'No need to reply; an officer will phone you in a few days.',
  },
  {
    id: 'R13',
    zh: '提醒您：{date}是说好{obligation}的日子。有困难请早点告诉我们。',
    en: 'Reminder: {date} is the day agreed for {obligation}. If there is difficulty, tell us early.',
  },
  {
    id: 'R14',
    zh: '说好{date}办的事还没办。请今天联系民警，电话{phone}。',
    en: 'What was agreed for {date} is not done. Please contact the officer today, {phone}.',
  },
  {
    id: 'R15',
    zh: '签协议后30天内，双方可以一起去法院办“司法确认”，不收钱。办了以后，对方不做可以请法院强制执行。要帮忙吗？1 要　2 不要',
    en: 'Within 30 days both sides may go to court together for judicial confirmation, free of charge. After that, if one side does not perform, the court can enforce. Need help? 1 yes 2 no',
  },
  {
    id: 'R16',
    zh: '这次没谈成，不怪您。您还可以：{remedies}。这段时间请都不要动手，有事先找我们。',
    en: 'It was not settled; no one blames you. You may still: {remedies}. Please, no one use force; come to us first.',
  },
]
