import { it } from 'vitest';
import { readSentence, type SentenceContext } from '../bot/language/index.ts';
import { world } from '../bot/language/world.gold.ts';
import { written } from '../bot/language/written.gold.ts';
const context: SentenceContext = { today: '2026-05-13', locale: 'zh', currency: 'CNY' };
it('x', async () => {
  for (const s of ['赢了，签了18万','华星电子赢了，签了18万','华星电子那单赢了，18万','CIP那单赢了，签了18万','CIP那单赢了','华星签了18万','华星电子签约了，合同额18万','we won Acme, signed at 180k','Acme signed for 180k','won, signed for 180k','We won the Acme deal, 180k','CIP那单子客户要求便宜5个点','CIP单子要打95折','华星电子客户要求便宜5个点','CIP那个单子申请5%的折扣','the CIP deal wants 5% off','ask for 5% off on Intake pump vibration','给CIP那单申请5%折扣','客户要求便宜5个点','we lost the big one to Siemens I think','that deal is lost','delete the deal','deal lost','lost it','lost the deal','输了','赢了','we won','刚才签了18万','签了18万']) {
    const r = await readSentence(s, context, world);
    console.log(s, '=>', written(r), r.kind === 'invocations' ? r.confidence : r.kind === 'clarify' ? JSON.stringify(r.options.map(o=>o.invocation)) : '');
  }
});
