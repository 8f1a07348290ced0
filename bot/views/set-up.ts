import type { SetUp } from '../../core/setup/find-set-up.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { count } from './format.ts';

type Step = { isDone: boolean; name: Text; state: Text; buttons: (locale: Locale) => Button[] };

/** What an admin sets up, in the order in which one thing needs the other; all of it can wait. */
const stepsOf = (found: SetUp): Step[] => [
  {
    isDone: !found.isUntouched,
    name: { en: 'Industry', zh: '行业' },
    state: found.isUntouched
      ? {
          en: 'a template brings stages, lead sources, tags and records',
          zh: '套用模板，自动配好阶段、线索来源、标签和档案',
        }
      : { en: 'in use; a template can still add what is missing', zh: '已在使用；仍可用模板补充' },
    buttons: (locale) => [press({ en: 'Industry templates', zh: '行业模板' }, locale, 'admin.template', {})],
  },
  {
    isDone: found.teams > 0 && found.teamsWithoutLead === 0,
    name: { en: 'Teams', zh: '团队' },
    state:
      found.teams === 0
        ? { en: 'none yet; say “add a team called North led by Ann”', zh: '暂无；可以说“新建团队北区，由张伟负责”' }
        : {
            en: `${found.teams}${found.teamsWithoutLead > 0 ? `, ${found.teamsWithoutLead} without a lead` : ''}`,
            zh: `${found.teams} 个${found.teamsWithoutLead > 0 ? `，${found.teamsWithoutLead} 个没有负责人` : ''}`,
          },
    buttons: (locale) => [press({ en: 'Teams', zh: '团队' }, locale, 'admin.teams', {})],
  },
  {
    isDone: found.people > 1 && found.waiting === 0,
    name: { en: 'Colleagues', zh: '同事' },
    state: {
      en: `${count(found.people, { one: 'person', many: 'people' })}${found.waiting > 0 ? `, ${found.waiting} waiting to be let in` : ''}`,
      zh: `${found.people} 人${found.waiting > 0 ? `，${found.waiting} 人等待加入` : ''}`,
    },
    buttons: (locale) => [
      press({ en: 'Invite', zh: '邀请同事' }, locale, 'admin.invite', {}),
      press({ en: 'People', zh: '人员' }, locale, 'admin.people', {}),
    ],
  },
  {
    isDone: true,
    name: { en: 'Deal stages', zh: '商机阶段' },
    state: { en: `${found.stages} before a deal is won or lost`, zh: `成交或输单前共 ${found.stages} 个` },
    buttons: (locale) => [press({ en: 'Stages', zh: '阶段' }, locale, 'stage.list', {})],
  },
  {
    isDone: found.products > 0,
    name: { en: 'Products', zh: '产品' },
    state: {
      en: found.products === 0 ? 'none yet' : String(found.products),
      zh: found.products === 0 ? '暂无' : `${found.products} 个`,
    },
    buttons: (locale) => [press({ en: 'New product', zh: '新增产品' }, locale, 'product.add', {})],
  },
  {
    isDone: found.rules > 0,
    name: { en: 'Who gets new leads', zh: '新线索分给谁' },
    state: {
      en: found.rules === 0 ? 'everybody who sells, in fair turns' : count(found.rules, { one: 'rule', many: 'rules' }),
      zh: found.rules === 0 ? '目前按公平原则分给所有销售' : `${found.rules} 条规则`,
    },
    buttons: (locale) => [press({ en: 'Rules', zh: '分配规则' }, locale, 'admin.routing', {})],
  },
  {
    isDone: found.hooks > 0,
    name: { en: 'Website and other systems', zh: '官网与其他系统' },
    state: {
      en: found.hooks === 0 ? 'none connected' : `${found.hooks} connected`,
      zh: found.hooks === 0 ? '尚未接入' : `已接入 ${found.hooks} 个`,
    },
    buttons: (locale) => [press({ en: 'Connect', zh: '接入' }, locale, 'hook.list', {})],
  },
];

const TITLE: Text = { en: 'Set up your company', zh: '公司初始设置' };
const AT_WILL: Text = {
  en: 'Everything can be changed later, by words or by button.',
  zh: '都可以随时再改，直接说或点按即可。',
};

/** The first steps of a company, each with what stands and the button that goes on. */
export function setUpCard(found: SetUp, locale: Locale): Card {
  return {
    title: TITLE[locale],
    body: [
      { type: 'text', text: AT_WILL[locale], muted: true },
      {
        type: 'records',
        records: stepsOf(found).map(({ isDone, name, state, buttons }) => ({
          title: `${isDone ? '✓' : '○'} ${name[locale]}`,
          detail: state[locale],
          buttons: buttons(locale),
        })),
      },
    ],
  };
}
