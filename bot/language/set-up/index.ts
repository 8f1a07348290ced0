import { PEOPLE } from './people.ts';
import { PIPELINES } from './pipelines.ts';
import { ROUTING } from './routing.ts';
import { setUpFrame } from './rule.ts';
import { RULES } from './rules.ts';

/** What whoever sets the company up says of how it works, every command by the same reading. */
export const companyRulesFrame = setUpFrame([...PIPELINES, ...RULES, ...ROUTING, ...PEOPLE]);
