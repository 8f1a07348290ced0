import { ROLE_NAMES } from '../../core/actor.ts';
import { TEMPLATES } from '../../core/templates/index.ts';
import { isInPlace, type Part, type TemplatePlan } from '../../core/templates/plan-template.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';

const OFFER: Text = {
  en: 'New here? Pick your industry and I set up stages, lead sources, tags and records for it.',
  zh: '刚开始使用？选择行业，我会帮你配好阶段、线索来源、标签和客户档案。',
};
const PICK: Text = { en: 'Pick your industry', zh: '选择行业模板' };
const LOOK: Text = { en: 'Take a look', zh: '查看内容' };
const USE: Text = { en: 'Use it', zh: '套用' };
const OTHERS: Text = { en: 'Other industries', zh: '其他行业' };
const STAGES: Text = { en: 'Stages', zh: '商机阶段' };
const SOURCES: Text = { en: 'Lead sources', zh: '线索来源' };
const TAGS: Text = { en: 'Tags', zh: '标签' };
const OBJECTS: Text = { en: 'Records of customers', zh: '客户档案' };
const RULES: Text = { en: 'Rules', zh: '规则' };
const TIER: Text = { en: 'A customers', zh: 'A 类客户' };
const ROLES: Text = { en: 'Who takes which role', zh: '角色对应' };

const list = (names: readonly Text[], locale: Locale) => names.map((name) => name[locale]).join(COMMA[locale]);

/** The industries to choose from. */
export function templatesCard(locale: Locale): Card {
  return {
    title: { en: 'Set up for your industry', zh: '选择行业模板' }[locale],
    body: [
      {
        type: 'text',
        text: { en: 'You see what would change before anything does.', zh: '先预览，确认后才会生效。' }[locale],
        muted: true,
      },
      {
        type: 'records',
        records: TEMPLATES.map(({ key, name, about }) => ({
          title: name[locale],
          detail: about[locale],
          buttons: [press(LOOK, locale, 'admin.template', { template: key })],
        })),
      },
    ],
  };
}

/** What one would change, and what it leaves alone. */
export function templateCard(plan: TemplatePlan, locale: Locale): Card {
  const { template } = plan;
  const name = template.name[locale];
  if (isInPlace(plan)) {
    return {
      title: { en: `${name}: already in place`, zh: `${name}：已是当前配置` }[locale],
      tone: 'good',
      body: [...partsOf(plan, locale), { type: 'actions', buttons: [press(OTHERS, locale, 'admin.template', {})] }],
    };
  }
  return {
    title: { en: `What “${name}” would set up`, zh: `“${name}”模板将配置` }[locale],
    body: [
      ...partsOf(plan, locale),
      {
        type: 'actions',
        buttons: [
          press(USE, locale, 'template.apply', { template: template.key }, { style: 'primary' }),
          press(OTHERS, locale, 'admin.template', {}),
        ],
      },
    ],
  };
}

export function templateAppliedCard(plan: TemplatePlan, locale: Locale): Card {
  const name = plan.template.name[locale];
  if (isInPlace(plan)) {
    return templateCard(plan, locale);
  }
  const [object] = plan.objects;
  return {
    title: { en: `${name} is set up`, zh: `已套用“${name}”模板` }[locale],
    tone: 'good',
    body: [
      ...partsOf(plan, locale),
      {
        type: 'actions',
        buttons: [
          press({ en: 'People and roles', zh: '人员与角色' }, locale, 'admin.people', {}),
          press(STAGES, locale, 'stage.list', {}),
          ...(object
            ? [
                press(
                  { en: `New ${object.name.en.toLowerCase()}`, zh: `登记${object.name.zh}` },
                  locale,
                  'object.add',
                  { type: object.key },
                ),
              ]
            : []),
        ],
      },
    ],
  };
}

function partsOf(plan: TemplatePlan, locale: Locale): CardNode[] {
  const { template, stages, sources, tags, objects, rules, tierA } = plan;
  const facts = [
    { label: STAGES[locale], value: stagesSaid(plan)[locale] },
    ...added(
      SOURCES,
      sources.add.map(({ name }) => name),
      locale,
    ),
    ...added(TAGS, tags, locale),
    ...added(
      OBJECTS,
      objects.map(({ name }) => name),
      locale,
    ),
    { label: RULES[locale], value: partSaid(rules.part, rulesSaid(plan), locale) },
    ...(tierA.part === 'same' ? [] : [{ label: TIER[locale], value: partSaid(tierA.part, tierSaid(plan), locale) }]),
    {
      label: ROLES[locale],
      value: template.roles
        .map(
          ({ role, job }) =>
            ({ en: `${job.en} = ${ROLE_NAMES[role].en}`, zh: `${job.zh}＝${ROLE_NAMES[role].zh}` })[locale],
        )
        .join(COMMA[locale]),
    },
  ];
  const keeps = stages.part === 'kept' || rules.part === 'kept' || tierA.part === 'kept';
  return [{ type: 'facts', facts }, ...(keeps ? [{ type: 'text' as const, text: KEPT[locale], muted: true }] : [])];
}

const KEPT: Text = {
  en: 'What you use already, or changed yourselves, stays as it is.',
  zh: '已在使用或自行修改过的内容保持不变。',
};

function added(label: Text, names: readonly Text[], locale: Locale): { label: string; value: string }[] {
  return names.length === 0 ? [] : [{ label: label[locale], value: `+ ${list(names, locale)}` }];
}

function stagesSaid({ template, stages: { part, own, deals } }: TemplatePlan): Text {
  const names = (locale: Locale) => template.stages.map(({ name }) => name[locale]).join(' → ');
  const now = (locale: Locale) =>
    own
      .filter(({ kind }) => kind === 'open')
      .map(({ name }) => name[locale])
      .join(' → ');
  const why: Text =
    deals > 0
      ? { en: `${deals} deals stand in them`, zh: `${deals} 个商机正在使用` }
      : { en: 'as you set them', zh: '你们的设置' };
  return part === 'kept'
    ? { en: `kept, ${why.en}: ${now('en')}`, zh: `保持不变（${why.zh}）：${now('zh')}` }
    : { en: names('en'), zh: names('zh') };
}

function partSaid(part: Part, text: Text, locale: Locale): string {
  return part === 'kept' ? { en: 'kept as you set them', zh: '保持你们的设置' }[locale] : text[locale];
}

function rulesSaid({ template: { rules, stages }, stages: { part } }: TemplatePlan): Text {
  const timed = part === 'kept' ? [] : stages.filter(({ maxDays }) => maxDays !== undefined);
  const days = (locale: Locale) => timed.map(({ name, maxDays }) => `${name[locale]} ${maxDays}`).join(COMMA[locale]);
  const said = (lead: string, list: string) => (list === '' ? '' : `${lead}${list}`);
  return {
    en: `answer leads within ${rules.responseHours} h; back to the pool after ${rules.protectDays} days${said('; days in a stage: ', days('en'))}`,
    zh: `线索 ${rules.responseHours} 小时内响应；${rules.protectDays} 天无进展回公海${said('；阶段最长天数：', days('zh'))}`,
  };
}

function tierSaid({ template: { tierA } }: TemplatePlan): Text {
  const parts = tierA.flatMap((condition): Text[] => {
    switch (condition.kind) {
      case 'contacts':
        return [
          {
            en: `${condition.atLeast} contacts in ${condition.days} days`,
            zh: `${condition.days} 天内联系 ${condition.atLeast} 次`,
          },
        ];
      case 'intent':
        return [{ en: 'said they want to buy', zh: '明确购买意向' }];
      default:
        return [];
    }
  });
  return { en: list(parts, 'en'), zh: list(parts, 'zh') };
}

/** For the admin of a company that has nothing yet: the card, with the industries offered on it. */
export function withTemplateOffer(card: Card, locale: Locale): Card {
  return {
    ...card,
    body: [
      { type: 'text', text: OFFER[locale] },
      { type: 'actions', buttons: [press(PICK, locale, 'admin.template', {}, { style: 'primary' })] },
      ...card.body,
    ],
  };
}
