import { normalise } from '../normalise.ts';
import { type Frame, trimmed } from './frame.ts';

/** What people say to anybody: answered with one warm line. */
const TALK: readonly (readonly [about: string, words: RegExp])[] = [
  [
    'greeting',
    /^(?:你好+|您好|哈[喽啰]|嗨|嘿|在吗|在不在|在么|有人吗|早|早啊|早上好|上午好|中午好|下午好|晚上好|大家好|hi+|hello|hey+|yo|hi there|hello there|hey there|good (?:morning|afternoon|evening)|morning|(?:hey|hi|hello) (?:parley|bot)|howdy)(?:呀|啊|哦)?$/iu,
  ],
  [
    'thanks',
    /^(?:(?:好的?|嗯+|ok(?:ay)?|great|perfect|cool|nice|awesome|got it|super)[，,!！.\s]*)?(?:(?:非常|太|十分|真的?|多)?(?:感谢|谢谢|谢啦|谢了|多谢|谢)(?:你|您|啦|了|哈|哦|大佬|老铁|兄弟|哥|姐|亲|帮忙|啊)*|辛苦(?:你|您)?(?:了|啦)*|thanks?(?: you)?(?: so much| very much| a lot| a bunch| a million| again| for (?:that|the help|your help))?|thx|tks|ty|cheers|much appreciated|appreciate it|many thanks)(?: (?:parley|bot|mate|man|buddy))?$/iu,
  ],
  [
    'bye',
    /^(?:再见|拜拜?|88|回见|明天见|回头见|晚安|下班了|先下了|我走了|bye(?: bye)?|goodbye|good night|see (?:you|ya)(?: later| tomorrow)?|cya|later|ttyl|talk (?:soon|later)|have a (?:nice|good) (?:day|one|evening|weekend))$/iu,
  ],
  [
    'praise',
    /^(?:你?(?:真|好|太|挺|很)?(?:棒|厉害|聪明|牛逼?|赞|给力|能干|好用|不错|强)(?:了|啊|呀|哦|的)*|干得(?:漂亮|好|不错)|666+|点赞|good (?:job|work|bot)|well done|nice(?: one| work| job)?|you(?:'re| are) (?:great|awesome|the best|amazing|good|smart|a star)|great(?: job| work)?|awesome|amazing|brilliant|perfect|cool|love (?:it|you)|impressive)$/iu,
  ],
  [
    'fine',
    /^(?:好|好的|好滴|好嘞|嗯+|哦+|收到|知道了|明白了?|了解|没事|没事了|没问题|没什么|不用了?|算了|ok+|okay|k|got it|understood|alright|fine|right|noted|i see|never ?mind|no problem|np|no worries|nothing|all good|no thanks|nope|no)(?:了|吧|哦|啊|呢)?$/iu,
  ],
  [
    'yes',
    /^(?:是|是的|对|对的|没错|确认|确定|行|可以|保存|提交|同意|yes|yep|yeah|yup|sure|correct|confirm(?:ed)?|save(?: it)?|do it|go ahead|please do|submit)(?:的|了|吧|哦|啊)?$/iu,
  ],
  [
    'how',
    /^(?:你?(?:最近|今天)?(?:好吗|怎么样|还好吗|过得(?:怎么样|好吗)|忙吗)|吃了吗|吃饭了吗|how are (?:you|things)(?: doing)?(?: today)?|how(?:'s| is) it going|what'?s up|how do you do|how(?:'s| is) your day|you (?:ok|alright|good))$/iu,
  ],
  [
    'who',
    /^(?:你是谁|你叫什么(?:名字)?|你是(?:机器人|人|ai|真人)吗?|你是(?:个)?什么|who are you|what are you|what(?:'s| is) your name|are you (?:a |an )?(?:bot|robot|human|ai|real)(?: person)?)$/iu,
  ],
  [
    'sorry',
    /^(?:(?:不好意思|对不起|抱歉|sorry|my bad|apologies|oops|哎呀|我的错)(?:了|啊|哈)?|(?:今天|我)*(?:好|太|真|很)(?:累|忙|烦|困|难)(?:了|啊|呀|死了)*|累死了|烦死了|(?:i'?m )?(?:so )?(?:tired|exhausted|stressed|bored)|long day|tough day|what a day|ugh+)$/iu,
  ],
  [
    'target',
    /^(?:我|我们|咱们?)?(?:(?:这个|本|这)(?:月|季度|周)|今年|上个?月)?(?:我|我们|我们团队)?(?:的)?(?:业绩|目标|任务|指标)?(?:还|离目标还|距离目标还|离达标还|还要)?(?:差|缺)多少(?:钱|单|万)?(?:(?:才)?(?:能)?(?:完成|达到|到|够)?(?:目标|任务|指标|达标|业绩|完成)(?:任务)?)?$|^(?:我|我们)?(?:(?:这个|本|这)(?:月|季度)|今年)?的?(?:目标|指标|业绩指标)(?:完成(?:率|了?多少|情况)|是多少|达成率?)$|^how far (?:am i|are we)(?: away| off| short)? (?:from|of|off) (?:my|our|the) (?:target|quota|goal)(?: this (?:month|quarter|year))?$|^(?:what(?:'s| is) )?my (?:target|quota)(?: attainment)?(?: this (?:month|quarter|year))?$|^how much (?:more )?(?:do i|do we) (?:still )?need (?:to (?:hit|make|reach)|for) (?:my|our|the) (?:target|quota|goal)(?: this (?:month|quarter|year))?$/iu,
  ],
  [
    'currency',
    /^(?:把|将)?(?:我们?的?|公司的?|系统的?|组织的?|默认的?)*(?:币种|货币|本位币|币别|结算货币)(?:改|换|设|设置|调|切换|定)(?:成|为|到)*[\p{Script=Han}A-Za-z]{2,6}$|^(?:我们?的?|公司的?|系统的?|默认的?)+(?:币种|货币|本位币)是(?:什么|哪个|啥)$|^(?:set|change|switch|make)(?: the| our| my)?(?: default| company| base| organi[sz]ation)?(?: company['’]s)? currency (?:(?:in)?to |as |be )?[a-z ]{3,20}$|^use [a-z ]{3,20} as (?:our|the)(?: default| base)? currency$|^(?:what(?:'s| is|’s) )our currency$/iu,
  ],
  ['laugh', /^(?:哈{2,}|呵{2,}|嘻{2,}|嘿{2,}|hah[ah]*|lol+|lmao|rofl|笑死(?:我了)?|xd)$/iu],
];

/** A face or a sign alone is said kindly, too. */
function isFace(said: string): boolean {
  return /\p{Extended_Pictographic}/u.test(said) && !/[\p{L}\p{N}]/u.test(said);
}

export const talkFrame: Frame = ({ said }) => {
  const words = trimmed(normalise(said).replace(/~|～|\p{Extended_Pictographic}/gu, ' '));
  const found = TALK.find(([, pattern]) => pattern.test(words))?.[0] ?? (isFace(said) ? 'fine' : undefined);
  return found ? { invocations: [{ command: 'talk.back', input: { about: found } }], confidence: 0.95 } : undefined;
};
