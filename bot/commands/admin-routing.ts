import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { changeProfile, changeRule, findRuleFor, type ListChange } from '../../core/leads/change-routing.ts';
import { changeSource } from '../../core/leads/change-source.ts';
import { findProfiles, findRules, LAST_RULE } from '../../core/leads/find-routing.ts';
import { findSources } from '../../core/leads/find-sources.ts';
import { otherWordOf } from '../../core/names/own-words.ts';
import { idsIn } from '../../core/products/several-products.ts';
import { COMMA, type Text } from '../../core/text.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, countField, dayField, isOn, productsField, recordField, textField } from '../fields/common.ts';
import { ADDED } from '../fields/empty.ts';
import { clearable, optional } from '../fields/field.ts';
import { apartNote, coversWhat, saying } from '../views/own-word.ts';
import { routingCard } from '../views/routing.ts';
import { SOURCE } from '../views/source.ts';
import { viewer } from '../views/viewer.ts';

const MOST = 100;

async function drawRouting(core: Core, { inPlace = false, said = [] as readonly string[] } = {}): Promise<Reply> {
  const [rules, profiles] = await Promise.all([findRules(core, { all: true }), findProfiles(core)]);
  return { kind: 'card', inPlace, card: saying(said, routingCard(rules, profiles, viewer(core))) };
}

type Typed = string | null | undefined;

/** 江苏、上海; what was emptied is none. */
function listOf(typed: Typed): string[] | undefined {
  return typed === null
    ? []
    : typed
        ?.split(/[,，、;；]+/u)
        .map((each) => each.trim())
        .filter((each) => each !== '');
}

/** +浙江 comes to what stands. */
function changeOf(typed: Typed): ListChange | undefined {
  const added = ADDED.exec(typed ?? '')?.groups?.list;
  return added === undefined ? listOf(typed) : { added: listOf(added) ?? [] };
}

const typed = (value: unknown): Typed => (typeof value === 'string' ? value : undefined);

/** As a form shows it. */
const shownList = (words: readonly string[], { actor }: Core) => words.join(COMMA[actor.locale]) || null;

/** Those that are but other words for a source. */
async function otherWordsIn(core: Core, said: unknown) {
  const sources = await findSources(core);
  return (listOf(typed(said)) ?? []).flatMap((word) => {
    const other = otherWordOf(sources, word);
    return other ? [{ word, other }] : [];
  });
}

const regions = () =>
  clearable(
    textField(
      { en: 'Regions', zh: '区域' },
      { mayAdd: true, example: { en: 'Boston; +Boston adds', zh: '江苏、上海；+浙江 为追加' } },
    ),
  );
const industries = () =>
  clearable(
    textField(
      { en: 'Industries', zh: '行业' },
      { mayAdd: true, example: { en: 'medical; +cars adds', zh: '医疗；+汽车 为追加' } },
    ),
  );
const ruleAt = async (core: Core, position: unknown) =>
  (await findRules(core, { all: true })).find((rule) => rule.position === Number(position));
const profileOf = async (core: Core, person: unknown) =>
  (await findProfiles(core)).find(({ userId }) => userId === person);
const points = (en: string, zh: string) => optional(countField({ en, zh }, { max: MOST }));

export const adminRouting = defineCommand({
  name: 'admin.routing',
  words: { en: ['admin routing', 'routing'], zh: ['管理 分配规则', '分配规则'] },
  summary: { en: 'Who gets new leads', zh: '线索分配规则' },
  examples: { en: ['admin routing'], zh: ['管理 分配规则'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  run: (core) => drawRouting(core),
});

export const adminRule = defineCommand({
  name: 'admin.rule',
  words: { en: ['admin rule'], zh: ['管理 规则', '修改规则'] },
  summary: { en: 'Add or change a rule for new leads', zh: '新增或修改分配规则' },
  submit: { en: 'Save rule', zh: '保存规则' },
  examples: {
    en: [
      'admin rule 10 --regions "Boston, New York" --team South',
      'admin rule 999 --territory 20 --wins 0',
      'admin rule --sources website --colleague Jim',
    ],
    zh: [
      '管理 规则 10 --区域 江苏、上海 --团队 北区',
      '管理 规则 999 --区域分 20 --赢单分 0',
      '管理 规则 --来源 官网咨询 --同事 李雷',
    ],
  },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: {
    table: 'assignment_rules',
    record: 'number',
    rowOf: async (core, number) => (await ruleAt(core, number))?.id,
    shownBy: 'admin.routing',
    isShownAmongAll: true,
    columns: { team: 'teamId', person: 'userId', state: 'active' },
  },
  input: z.strictObject({
    number: optional(countField({ en: 'Number', zh: '序号' }, { min: 1, max: LAST_RULE }, { positional: true })),
    regions: regions(),
    industries: industries(),
    sources: clearable(
      textField({ en: 'Sources', zh: '来源' }, { example: { en: 'website, referral', zh: '官网咨询、转介绍' } }),
    ),
    covers: optional(
      choiceField(
        ['all', 'own'],
        {
          all: { en: 'all that come from there', zh: '该来源的全部线索' },
          own: { en: 'this word only, as a source of its own', zh: '仅该说法，单列为来源' },
        },
        { en: 'The rule is for', zh: '规则适用于' },
      ),
    ),
    team: clearable(recordField('team', { en: 'Team', zh: '团队' })),
    person: clearable(recordField('person', { en: 'Colleague', zh: '同事' })),
    territory: points('Territory', '区域分'),
    expertise: points('Industry', '行业分'),
    product: points('Product', '产品分'),
    wins: points('Wins', '赢单分'),
    load: points('Open leads', '在手分'),
    fairness: points('Recent leads', '近期分'),
    state: optional(
      choiceField(
        ['on', 'off'],
        { on: { en: 'in use', zh: '启用' }, off: { en: 'not used', zh: '停用' } },
        { en: 'In use', zh: '状态' },
      ),
    ),
  }),
  /** Whoever says 抖音 may not mean all of 广告, of which that is a word: he says which before anything is saved. */
  async wants(core, { sources, covers }): Promise<Record<string, Text>> {
    const meant = covers === undefined ? await otherWordsIn(core, sources) : [];
    return meant.length === 0 ? {} : { covers: coversWhat(meant) };
  },
  async hides(core, { sources }) {
    return (await otherWordsIn(core, sources)).length === 0 ? ['covers'] : [];
  },
  async prefill(core, { number, regions: where, industries: what, sources: from }) {
    if (number === undefined && (await otherWordsIn(core, from)).length > 0) {
      return {};
    }
    const asked = { regions: changeOf(typed(where)), industries: changeOf(typed(what)), sources: listOf(typed(from)) };
    const rule = number === undefined ? await findRuleFor(core, asked) : await ruleAt(core, number);
    if (!rule) {
      return {};
    }
    const { territory, expertise, product, wins, load, fairness } = rule;
    const sources = rule.sourceNames.map((name) => name[core.actor.locale]);
    return {
      number: rule.position,
      regions: shownList(rule.regions, core),
      industries: shownList(rule.industries, core),
      sources: shownList(sources, core),
      team: rule.teamId,
      person: rule.userId,
      ...{ territory, expertise, product, wins, load, fairness },
      state: rule.isActive ? 'on' : 'off',
    };
  },
  async run(
    core,
    { number: position, regions: where, industries: what, sources, covers, team, person, state, ...weights },
  ) {
    const apart = covers === 'own' ? await otherWordsIn(core, sources) : [];
    for (const { word } of apart) {
      await changeSource(core, { name: word, isApart: true });
      await core.flush();
    }
    await changeRule(core, {
      position,
      regions: changeOf(where),
      industries: changeOf(what),
      sources: listOf(sources),
      teamId: team,
      userId: person,
      isActive: isOn(state),
      ...weights,
    });
    await core.flush();
    const said = apart.map((each) => apartNote({ ...each, noun: SOURCE }, core.actor.locale));
    return drawRouting(core, { inPlace: true, said });
  },
});

export const adminTerritory = defineCommand({
  name: 'admin.territory',
  words: { en: ['admin territory'], zh: ['管理 区域', '管理区域'] },
  summary: { en: 'What a rep knows, and when he is away', zh: '设置销售的区域、行业、产品与休假' },
  submit: { en: 'Save territory', zh: '保存区域' },
  examples: {
    en: ['admin territory Jim --regions "Boston, New York" --industries medical'],
    zh: ['管理 区域 李雷 --区域 江苏、上海 --行业 医疗', '管理 区域 李雷 --休假至 下周五'],
  },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: {
    table: 'routing_profiles',
    record: 'person',
    rowOf: async (core, person) => (await profileOf(core, person))?.id ?? undefined,
    shownBy: 'admin.routing',
    isShownAmongAll: true,
    columns: { products: 'productIds' },
  },
  input: z.strictObject({
    person: recordField('person', { en: 'Colleague', zh: '同事' }, { positional: true }),
    regions: regions(),
    industries: industries(),
    products: clearable(productsField({ en: 'Products', zh: '产品' })),
    alsoKnows: optional(productsField({ en: 'Also knows', zh: '另熟悉产品' })),
    awayUntil: clearable(dayField({ en: 'Away until', zh: '休假至' })),
  }),
  /** What he knows as well is added to what he knows. */
  async prefill(core, { person }) {
    const profile = await profileOf(core, person);
    return profile
      ? {
          regions: shownList(profile.regions, core),
          industries: shownList(profile.industries, core),
          products: profile.products.map(({ id }) => id).join(',') || null,
          awayUntil: profile.awayUntil,
        }
      : {};
  },
  async run(core, { person, regions: where, industries: what, products, alsoKnows, awayUntil }) {
    await changeProfile(core, {
      userId: person,
      regions: changeOf(where),
      industries: changeOf(what),
      productIds: idsIn(products),
      alsoProductIds: idsIn(alsoKnows),
      awayUntil,
    });
    await core.flush();
    return drawRouting(core, { inPlace: true });
  },
});
