import type { Rule } from './rule.ts';
import { text } from './values.ts';
import { STOP_EN, STOP_ZH, USE_EN, USE_ZH } from './words.ts';

const RENAME_ZH = '(?:改名|重命名|更名|改叫|名字改|名称改|改)(?:为|成|叫)';
const CUE = /标签|(?<![a-z])tags?(?![a-z])/iu;

/** What a tag is called, in which language, and whether it is still used (R1). */
const tagChange: Rule = {
  command: 'tag.change',
  cue: CUE,
  fields: { tag: text, name: text, nameZh: text, nameEn: text },
  says: [
    `(?:把|将)?标签@tag${RENAME_ZH}@name`,
    `(?:把|将)?@tag(?:这个|那个|的)?标签${RENAME_ZH}@name`,
    '(?:标签)?@tag(?:标签)?的?英文(?:名称|名字|名)?(?:是|叫|改为|改成|设为)@nameEn',
    '标签@tag的?中文(?:名称|名字|名)?(?:是|叫|改为|改成|设为)@nameZh',
    [`${STOP_ZH}标签@tag`, { state: 'off' }],
    [`${USE_ZH}标签@tag`, { state: 'on' }],
    'rename (?:the )?tag @tag (?:to|into|as) @name',
    'rename (?:the )?@tag tag (?:to|into|as) @name',
    '(?:the )?tag @tag is (?:called )?@nameZh in chinese',
    'in chinese (?:the )?tag @tag is (?:called )?@nameZh',
    [`${STOP_EN} (?:the )?tag @tag`, { state: 'off' }],
    ['retire (?:the )?tag @tag', { state: 'off' }],
    [`${USE_EN} (?:the )?tag @tag(?: again)?`, { state: 'on' }],
  ],
};

/** Two tags that mean the same (R1). */
const tagMerge: Rule = {
  command: 'tag.merge',
  cue: CUE,
  fields: { tag: text, into: text },
  says: [
    '(?:把|将)?标签@tag(?:合并|并|归并)(?:到|入|进|为|成)(?:标签)?@into',
    '(?:把|将)?@tag标签(?:合并|并|归并)(?:到|入|进|为|成)(?:标签)?@into',
    '合并标签@tag(?:和|与|、|到)@into',
    '(?:merge|fold) (?:the )?tag @tag (?:into|with|to) (?:the tag )?@into',
    '(?:merge|fold) (?:the )?@tag tag (?:into|with|to) (?:the tag )?@into',
  ],
};

const tagList: Rule = {
  command: 'tag.list',
  cue: CUE,
  fields: {},
  asks: true,
  says: [
    '(?:看看?|查看?|列出|显示|管理|打开)?(?:一下)?(?:所有|全部|公司|我们)?的?标签(?:列表|清单|管理|设置)?',
    '(?:我们|公司)?(?:都)?有(?:哪些|什么)标签',
    '(?:show|list|see|view|manage)?(?: me)?(?: all| our| the)* ?tags',
    'which tags (?:do we have|are there)',
    'what tags (?:do we have|are there)',
  ],
};

export const TAGS: readonly Rule[] = [tagMerge, tagChange, tagList];
