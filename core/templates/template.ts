import type { Role } from '../actor.ts';
import type { Priority } from '../leads/find-sources.ts';
import type { ObjectType } from '../objects/declaration.ts';
import type { Condition } from '../opportunities/condition.ts';
import type { PoolRules } from '../pool/pool-rules.ts';
import type { Text } from '../text.ts';
import type { Condition as TierCondition } from '../tiers/condition.ts';

/** An open stage; a key the product knows (contact, needs, proposal, negotiation) is understood by its usual words too. */
export type TemplateStage = {
  key: string;
  name: Text;
  probability: number;
  maxDays?: number;
  idleDays?: number;
  entry?: Condition[];
  exit?: Condition[];
  task?: { days: number; title: Text };
};

export type TemplateSource = {
  key: string;
  name: Text;
  synonyms: string[];
  priority: Priority;
  responseHours?: number;
};

/** Hours to the first answer and the public pool's limits, which are one row. */
export type LeadRules = PoolRules & { responseHours: number };

/** What an industry usually works by, as data; an admin puts it in place in one step and changes it from there (R63). */
export type Template = {
  key: string;
  name: Text;
  /** Other words for the industry. */
  words: readonly string[];
  /** For whom, in one line. */
  about: Text;
  stages: readonly TemplateStage[];
  sources: readonly TemplateSource[];
  tags: readonly Text[];
  rules: LeadRules;
  /** What makes a customer an A. */
  tierA: readonly TierCondition[];
  /** Which role each job of the industry takes: roles are handed out person by person. */
  roles: readonly { role: Role; job: Text }[];
  objects: readonly Omit<ObjectType, 'id' | 'version'>[];
};
