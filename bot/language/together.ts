import { filled } from './frames/frame.ts';
import { AGAIN } from './frames/next-step.ts';
import { personsIn } from './person-in.ts';
import type { SpokenInvocation } from './reading.ts';
import { isForThem } from './whose-reminder.ts';

/** 新建客户恒信机械，并建个商机: the opportunity is the new customer's; 转成客户，顺便建个商机: it comes of the lead. */
export function together(invocations: SpokenInvocation[]): SpokenInvocation[] {
  const [first, second, third] = invocations;
  if (first?.command === 'lead.convert' && second?.command === 'opportunity.open' && third === undefined) {
    return [{ command: first.command, input: { ...asConversion(second.input), ...first.input } }];
  }
  const name = invocations.find(({ command }) => command === 'customer.add')?.input.name;
  return invocations.map((each, at) => {
    // The nearest before it, else what is told behind it.
    const told = [...invocations.slice(0, at).reverse(), ...invocations.slice(at + 1)].find(isStory);
    if (told && each.command === 'task.add') {
      return besideStory(told.input, each);
    }
    const isOrphan = each.command === 'opportunity.open' && each.input.customer === undefined;
    return isOrphan && name ? { ...each, input: { customer: name, ...each.input } } : each;
  });
}

/** What happened with somebody, a lead or a customer. */
const LOGS: ReadonlySet<string> = new Set(['follow-up.log', 'lead.log', 'lead.outcome']);
const isStory = ({ command }: SpokenInvocation) => LOGS.has(command);

/**
 * 拜访了华星，提醒我周五发报价: what is to be done is for whoever was met, unless it names somebody else of one's own. 项目暂停了，提醒我七月再问: behind
 * news it may be to ask them again.
 */
function besideStory({ note = '', kind, customer, lead }: SpokenInvocation['input'], task: SpokenInvocation) {
  if (task.input.customer !== undefined || task.input.lead !== undefined) {
    return task;
  }
  const again = kind === 'note' ? AGAIN[/\p{Script=Han}/u.test(note) ? 'zh' : 'en'] : undefined;
  const { title = again } = task.input;
  if (title !== again && !isForThem(title ?? '')) {
    return task;
  }
  const isOfAnother = personsIn(title ?? '').length > 0;
  return {
    ...task,
    input: filled({ title: again, customer, lead, ...task.input, met: isOfAnother ? 'yes' : undefined }),
  };
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
