/** How long they took: 3小时就回复了, 隔了两天才回电话, 回复用了半天, 很快就回复了. */
const LENGTH_ZH =
  '(?:约|大概|差不多|足足|整整|不到)?(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十半几]{1,3})(?:多|来)?个?半?(?:秒钟?|分钟|小时|钟头|天|周|星期|礼拜|月)半?';
const REPLY_ZH = '(?:回复|回应|答复|反馈|响应|回(?:了个?|个)?(?:电话?|信|邮件|消息)|来电|联系)';
const US_ZH = '(?:给|跟|和)?(?:我们?|咱们?)?';
const TOOK_ZH = new RegExp(
  `^(?!我|咱)[^，,。；;：:]{1,20}?(?:(?:隔|过|用|花|等|只用)了?|在|才)?(?:${LENGTH_ZH}(?:之?内|以内|之?后|以后|左右)?(?:就|才|便|又)?|(?:很快|马上|立刻|及时)(?:就|地)?) ?${US_ZH}${REPLY_ZH}(?:了|过)?${US_ZH}(?:了|的)?$|^(?!我|咱)[^，,。；;：:]{1,20}?${REPLY_ZH}${US_ZH}(?:就|才|只)?(?:用|花|隔|等)了?${LENGTH_ZH}(?:左右)?$`,
  'u',
);

/** Replied in 3 hours, got back to us after two weeks, called back quickly. */
const TOOK_EN =
  /^(?!(?:i|we|just)(?![a-z]))(?:(?! and )[^,;:]){1,40}?(?<![a-z])(?:replied|responded|answered|reacted|(?:got|came) back|called|rang|phoned|wrote|e-?mailed|messaged|texted)(?: us| me)?(?: back)?(?: to)?(?: us| me)?(?: (?:in|within|after|inside|under|only after|in under) (?:less than |more than |about |just |only |around |over )?(?:[\d.]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|half an?|a few|a couple of|several)(?: and a half)? ?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)|(?: very| really| pretty| quite| so)? (?:quickly|fast|slowly|promptly|right away|immediately|at once|late))$/iu;

/** The customer's reply told for how long it took alone: a fact about him, and nothing said that a log could keep. */
export const isReplyTime = (words: string): boolean => TOOK_ZH.test(words) || TOOK_EN.test(words);
