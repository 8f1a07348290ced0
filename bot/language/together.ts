import { filled } from './frames/frame.ts';
import { AGAIN } from './frames/next-step.ts';
import type { SpokenInvocation } from './reading.ts';

/** 新建客户恒信机械，并建个商机: the opportunity is the new customer's; 转成客户，顺便建个商机: it comes of the lead. */
export function together(invocations: SpokenInvocation[]): SpokenInvocation[] {
  const [first, second, third] = invocations;
  if (first?.command === 'lead.convert' && second?.command === 'opportunity.open' && third === undefined) {
    return [{ command: first.command, input: { ...asConversion(second.input), ...first.input } }];
  }
  const name = invocations.find(({ command }) => command === 'customer.add')?.input.name;
  return invocations.map((each, at) => {
    const news = invocations.slice(0, at).find(({ input }) => input.kind === 'note');
    if (news && each.command === 'task.add') {
      return afterNews(news.input, each);
    }
    const isOrphan = each.command === 'opportunity.open' && each.input.customer === undefined;
    return isOrphan && name ? { ...each, input: { customer: name, ...each.input } } : each;
  });
}

/** 项目暂停了，提醒我七月再问: the reminder is of whoever the news is of; one that does not say for what is to ask them again. */
function afterNews({ note = '', customer, lead }: SpokenInvocation['input'], task: SpokenInvocation) {
  if (task.input.customer !== undefined) {
    return task;
  }
  const title = AGAIN[/\p{Script=Han}/u.test(note) ? 'zh' : 'en'];
  return { ...task, input: filled({ title, customer, lead, ...task.input }) };
}

/** What was said of an opportunity, as the conversion of its lead has it: one that is neither named nor valued is asked for. */
export function asConversion({ name, amount, closeOn }: SpokenInvocation['input']): SpokenInvocation['input'] {
  const said = {
    ...(name ? { opportunity: name } : {}),
    ...(amount ? { amount } : {}),
    ...(closeOn ? { closeOn } : {}),
  };
  return Object.keys(said).length > 0 ? said : { deal: 'yes' };
}
