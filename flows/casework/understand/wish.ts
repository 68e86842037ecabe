// What a person wants done, in their own words (P16).

const STOP = '[^,。!?;\\s]'
const WISHES: readonly RegExp[] = [
  new RegExp(`(?:我|我们)?(?:就|只|也)?(?:是)?(?:想要|希望|要求|请求|诉求是|想让|想请)(${STOP}{2,40})`, 'u'),
  new RegExp(`(?:我|我们)就(?:想|要)(${STOP}{2,40})`, 'u'),
  new RegExp(
    `我们?(?:只)?要(?=他|她|你|当到|离婚|投诉|举报|告他|赔|道歉|讨|个|说法|当面)(?:他|她|他们)?(${STOP}{2,40})`,
    'u',
  ),
  /((?:我|我们)要退)(?=$|[,。!?\s])/u,
  new RegExp(`请你们(${STOP}{2,40})`, 'u'),
  new RegExp(`你们(?:能不能|可不可以|能|可以)(${STOP}{2,40}?)(?:[吗不嘛]|$|[,。!?\\s])`, 'u'),
  new RegExp(`(?:你们)?((?:快点?|赶快|赶紧|搞快点?)(?:来|上来|过来)${STOP}{0,8}?)(?:嘛|$|[,。!?\\s])`, 'u'),
  new RegExp(`你们(来(?:个|两个|几个)?${STOP}{1,14}?)(?:嘛|$|[,。!?\\s])`, 'u'),
  /(?:喊|叫|要)他(退钱|还钱|道歉|拆了|搬走|赔钱|修好)/u,
  /(?:想|要)(离婚|他拆了|退钱|退款)/u,
  /\b(?:we|I) (?:just |only )?want (?:to )?([^.!?,]{3,60})/iu,
  /\bI(?:'d| would) like (?:to )?([^.!?,]{3,60})/iu,
]
/** A question that expects no answer, or one about the way things are done. */
const NO_WISH = /^(?:问|晓得|知道|说你|死|跟你们说|办|登记|补办)/

/** Reads `readable` text; null when nothing is asked for. */
export function readWish(text: string): string | null {
  for (const pattern of WISHES) {
    const said = pattern
      .exec(text)?.[1]
      ?.trim()
      .replace(/[嘛啊哦呢]$/, '')
    if (said && !NO_WISH.test(said)) return said
  }
  return null
}
