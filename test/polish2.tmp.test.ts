import { it } from 'vitest';
import { nearestCommands } from '../bot/derive/read-line.ts';
import { everyCommand } from '../bot/commands/index.ts';
import { trialOfTheFlow } from '../bot/language/trial2.gold.ts';
import { trial } from '../bot/language/trial.gold.ts';
import { chineseGold } from '../bot/language/sentences-zh.gold.ts';
import { englishGold } from '../bot/language/sentences-en.gold.ts';
it('x', () => {
  for (const c of everyCommand()) if (/delete|remove|drop|删除|移除|revoke|unlink|取消|停用|turn off|withdraw|clear|取下/i.test(c.summary.en + c.summary.zh + c.words.en.join() + c.words.zh.join()+c.name)) console.log('CMD', c.name, c.effect, c.isInternal, c.summary.en, c.words.en.join('/'), c.words.zh.join('/'));
  const said = [...trialOfTheFlow, ...trial, ...chineseGold, ...englishGold].filter(([, e]) => e === 'none').map(([s]) => s);
  for (const s of [...said, 'delete the deal', 'that one is lost', 'lost it', 'we lost the big one', 'oportunity lst', 'delete this deal', 'the deal is dead', 'advnce Acme', 'custmer Acme', 'my taks', 'hlep', '帮组', '我的商鸡', '日抱', '新客护 华星']) {
    for (const limit of [3]) console.log('N', s, '=>', nearestCommands(s, () => true, limit).map(c => c.summary.en).join(' | '));
  }
});
