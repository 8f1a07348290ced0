import type { CommandName } from '../reading.ts';
import type { Rule } from './rule.ts';
import { text } from './values.ts';

/** What a connected system or gateway signs with is drawn anew. */
const secret = (command: CommandName, zh: string, en: string): Rule => ({
  command,
  cue: /密钥|(?<![a-z])secret(?![a-z])/iu,
  fields: { name: text },
  says: [
    `(?:更换|重置|换|换掉|更新)(?:一下)?@name${zh}的?密钥`,
    `(?:把|将)?@name${zh}的?密钥(?:更换|重置|换|换掉|更新)(?:一下|掉|了)?`,
    `(?:draw|make|get|generate)(?: me)? a new secret for (?:the )?@name${en}`,
    `(?:rotate|change|replace|renew) the secret (?:of|for) (?:the )?@name${en}`,
  ],
});

export const SYSTEMS: readonly Rule[] = [
  secret('gateway.rotate', '(?:通知)?网关', ' gateway'),
  secret('hook.rotate', '(?:接口|接入|系统)?', '(?: hook| connection)?'),
];
