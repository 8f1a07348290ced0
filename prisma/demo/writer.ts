import type { Company, Stage } from './company.ts';
import { type Language, type Login, languageOf, nameOf } from './people.ts';
import { EN } from './phrases.en.ts';
import type { Kind, Phrases } from './phrases.ts';
import { SERVICE_ZH, ZH } from './phrases.zh.ts';
import type { Opportunity } from './pipeline.ts';
import { COMMON_PRODUCTS } from './products.ts';
import { dice, type Random } from './random.ts';

export const PHRASES: Readonly<Record<Language, Phrases>> = { zh: ZH, en: EN };

/** Who writes, of whom, and of what. */
export type Scene = {
  company: Company;
  author: Login;
  topic: 'news' | 'rapport' | 'aftercare' | 'coaching' | 'service';
  opportunity?: Opportunity;
  stage?: Stage | undefined;
};

const KINDS: readonly Kind[] = [
  'visit',
  'visit',
  'visit',
  'call',
  'call',
  'call',
  'meeting',
  'message',
  'email',
  'note',
];
const KINDS_OF_TOPIC: Readonly<Record<Scene['topic'], readonly Kind[]>> = {
  news: KINDS,
  rapport: ['visit', 'call', 'call', 'message', 'email'],
  aftercare: ['visit', 'call', 'call', 'message', 'email'],
  coaching: ['visit', 'visit', 'meeting'],
  service: ['visit', 'call', 'message'],
};

/** Writes notes one after the other: no text twice, nothing twice of one customer, and of the rest what was said least. */
export function writer(): (scene: Scene) => { kind: Kind; text: string } {
  const random = dice('writer');
  const used = new Set<string>();
  const heard = new Set<string>();
  const times = new Map<string, number>();
  return (scene) => {
    const { company, opportunity } = scene;
    const isPriced = (opportunity?.deal.thousands ?? null) !== null;
    const sayable = linesFor(scene).filter((line) => isPriced || !line.includes('{amount}'));
    const fresh = sayable.filter((line) => !heard.has(company.domain + line));
    for (let tries = 0; tries < 100; tries++) {
      const line = leastOf(fresh.length > 0 && tries < 50 ? fresh : sayable, times, random);
      const kind = random.pick(KINDS_OF_TOPIC[scene.topic]);
      const text = compose(scene, kind, line, random);
      if (used.has(text)) continue;
      used.add(text);
      heard.add(company.domain + line);
      times.set(line, (times.get(line) ?? 0) + 1);
      return { kind, text };
    }
    throw new Error(`nothing new to say of ${company.name}`);
  };
}

function linesFor({ author, topic, stage }: Scene): readonly string[] {
  const phrases = PHRASES[languageOf(author)];
  if (topic === 'service') return SERVICE_ZH;
  return topic === 'news' ? phrases.news[stage ?? 'contact'] : phrases[topic];
}

function leastOf(lines: readonly string[], times: ReadonlyMap<string, number>, random: Random): string {
  const least = Math.min(...lines.map((line) => times.get(line) ?? 0));
  return random.pick(lines.filter((line) => (times.get(line) ?? 0) <= least + 1));
}

function compose(
  { company, author, topic, opportunity, stage }: Scene,
  kind: Kind,
  line: string,
  random: Random,
): string {
  const language = languageOf(author);
  const phrases = PHRASES[language];
  const opening = random.pick(openingsFor(topic, kind, phrases));
  const isOpen = topic === 'news' && stage !== undefined && stage !== 'won' && stage !== 'lost';
  const next = isOpen && random.chance(0.4) ? random.pick(phrases.nextSteps[stage]) : '';
  const gap = next && language === 'en' ? ' ' : '';
  return fillIn(`${opening}${line}${gap}${next}`, language, {
    rep: nameOf(opportunity?.owner ?? author).split(' ')[0] ?? '',
    who: random.pick(company.contacts).called[language],
    product: random.pick(COMMON_PRODUCTS[language]),
    amount: spoken(opportunity?.deal.thousands ?? 0, language),
    n: random.whole(2, 9),
    m: random.whole(12, 96),
  });
}

function openingsFor(topic: Scene['topic'], kind: Kind, phrases: Phrases): readonly string[] {
  if (topic === 'service') return [''];
  return topic === 'coaching' ? phrases.joint : phrases.openings[kind];
}

/** Fills the slots of a template; in Chinese, figures and Latin words stand apart from what is around them. */
export function fillIn(
  template: string,
  language: Language,
  values: Readonly<Record<string, string | number>>,
): string {
  const text = template.replace(/\{(\w+)\}/g, (slot, name) => String(values[name] ?? slot));
  if (language === 'en') return text;
  return text.replace(/(\p{Script=Han})([A-Za-z0-9])/gu, '$1 $2').replace(/([A-Za-z0-9])(\p{Script=Han})/gu, '$1 $2');
}

/** 35 万 or 350k, as people say it. */
function spoken(thousands: number, language: Language): string {
  if (language === 'zh') return `${thousands / 10} 万`;
  return thousands >= 1_000 ? `${thousands / 1_000}m` : `${thousands}k`;
}
