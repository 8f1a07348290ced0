import type { Felt, FollowUpOutcome, Mood } from './follow-up.ts';

const MOOD_WORDS: readonly (readonly [Mood, RegExp])[] = [
  [
    'dissatisfied',
    /不(?:太|是很|怎么|够|大)?(?:满意|高兴|开心|认可|爽)|不满|失望|生气|发火|恼火|抱怨|(?<![a-z])(?:(?:not|n't)(?: very| too| really| at all| so)? (?:happy|satisfied|pleased|impressed)|unhappy|dissatisfied|disappointed|upset|annoyed|angry|frustrated|complain(?:s|ed|ing)?)(?![a-z])/giu,
  ],
  [
    'hesitant',
    /犹豫|顾虑|观望|纠结|拿不定|举棋不定|(?<![a-z])(?:hesitant|hesitat(?:e|es|ed|ing)|unsure|not (?:so |quite )?sure|on the fence|undecided|has doubts|have doubts)(?![a-z])/giu,
  ],
  [
    'fair',
    /(?:基本上?|总体|大体上?|大致|比较|还算|还比较)(?:是)?(?:满意|高兴|开心|认可)|(?<![a-z])(?:basically|fairly|mostly|quite|pretty|reasonably|largely|more or less) (?:happy|satisfied|pleased)(?![a-z])/giu,
  ],
  [
    'satisfied',
    /满意(?!度)|高兴|开心|认可(?!度)|赞不绝口|反馈(?:很|非常|相当)?(?:好|不错)|(?<![a-z])(?:happy|satisfied|pleased|delighted|impressed|thrilled|(?:they|he|she|customer|client) (?:really )?(?:likes?|liked|loves?|loved))(?![a-z])/giu,
  ],
];

const OUTCOME_WORDS: readonly (readonly [FollowUpOutcome, RegExp])[] = [
  [
    'steady',
    /没(?:有|什么|啥)*(?:新的?|大的?|太大)?(?:进展|变化|动静)|老样子|持平|(?<![a-z])(?:no (?:real |new |big )?(?:progress|change|changes|news|updates?)|nothing new|unchanged)(?![a-z])/giu,
  ],
  [
    'blocked',
    /受阻|卡住|卡在|搁置|停滞|叫停|被拒|拒绝了?|黄了|(?<![a-z])(?:blocked|stalled|stuck|on hold|rejected|turned (?:us|it) down|called off)(?![a-z])/giu,
  ],
  [
    'progress',
    /有了?(?:新的?|很?大的?|明显的?|重大|实质性)?进展|进展(?:很|非常|比较)?(?:顺利|大|不错)|谈妥|谈成|敲定|达成(?:一致|协议|共识)|(?<![a-z])(?:(?:good |great |real )?progress|moved? forward|moving forward|agreed (?:on|to)|signed off)(?![a-z])/giu,
  ],
];

/** Hoped for, asked about or denied: no word of how it was. */
const UNSAID =
  /(?:没有?|并未|不再|免得|以免|如果|要是|是否|希望|争取|为了?让|确保)[^，。,.；;！!？?]{0,8}$|(?<![a-z])(?:if|whether|no longer|never|hope(?:s|d)?|make sure|without|to (?:make|keep)|no)(?![a-z])[^，。,.；;!?]{0,24}$/iu;

/** What a note says of how the customer took it; nothing where it says two things or none. */
export function readMood(note: string): Mood | undefined {
  return only(note, MOOD_WORDS);
}

/** What a note says of where it led. */
export function readOutcome(note: string): FollowUpOutcome | undefined {
  return only(note, OUTCOME_WORDS);
}

/** Both, as they stand on a row. */
export function readFelt(note: string): Felt {
  return { mood: readMood(note) ?? null, outcome: readOutcome(note) ?? null };
}

function only<Value extends string>(note: string, words: readonly (readonly [Value, RegExp])[]): Value | undefined {
  const taken: { from: number; to: number }[] = [];
  const said = new Set<Value>();
  for (const [value, pattern] of words) {
    for (const { 0: word, index } of note.slice(0, READ).matchAll(pattern)) {
      const to = index + word.length;
      if (taken.some((each) => index < each.to && to > each.from)) {
        continue; // 不满意 holds 满意
      }
      taken.push({ from: index, to });
      if (UNSAID.test(note.slice(Math.max(0, index - 40), index))) {
        return undefined;
      }
      said.add(value);
    }
  }
  const [value, ...others] = said;
  return others.length === 0 ? value : undefined;
}

/** How much of a note is looked at: a pasted conversation is nobody's one mood. */
const READ = 1_000;
