import { BILLING } from './billing.ts';
import { MENDED } from './mended.ts';
import { PEOPLE } from './people.ts';
import { PIPELINES } from './pipelines.ts';
import { RECORDS } from './records.ts';
import { ROUTING } from './routing.ts';
import { rulesFrameOf } from './rule.ts';
import { RULES } from './rules.ts';
import { PUT_OFF, SHOWN } from './shown.ts';
import { SYSTEMS } from './systems.ts';
import { TAGS } from './tags.ts';

/** What whoever sets the company up says of how it works, every command by the same reading. */
export const companyRulesFrame = rulesFrameOf([...PIPELINES, ...RULES, ...ROUTING, ...PEOPLE, ...SYSTEMS, ...TAGS]);

/** What is done to several leads, a deal's products, tickets, lists and what is put off. */
export const recordRulesFrame = rulesFrameOf([...RECORDS, ...PUT_OFF, ...BILLING, ...MENDED]);

/** What is only looked at. */
export const shownFrame = rulesFrameOf(SHOWN);
