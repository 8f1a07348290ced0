// Nobody writes over what a colleague has changed unseen (issue 4): a command that writes takes part, or says here why it need not.
import { expect, it } from 'vitest';
import { fieldsOf } from '../fields/field.ts';
import { everyCommand } from './index.ts';

const REASONS: Readonly<Record<string, readonly string[]>> = {
  'puts something new on record, and shows what is there already where there may be': [
    'admin.invite',
    'contract.add',
    'customer.add',
    'customer.add-anyway',
    'gateway.add',
    'invoice.add',
    'lead.add',
    'lead.add-anyway',
    'object.add',
    'opportunity.open',
    'order.add',
    'payment.add',
    'pipeline.add',
    'product.add',
    'quote.add',
    'stage.add',
    'ticket.open',
  ],
  'takes the whole of it away, which nobody can have meant otherwise; a second time is refused': [
    'admin.leave',
    'admin.object-remove',
    'admin.unlink',
    'contact.back',
    'contact.merge',
    'contact.remove',
    'credit.lift',
    'customer.tier-lift',
    'document.void',
    'invoice.void',
    'link.remove',
    'milestone.remove',
    'object.remove',
    'payment.void',
    'segment.remove',
    'stage.remove',
    'team.remove',
    'touch.remove',
  ],
  'is decided once: the first stands, whoever comes second is told by whom': [
    'admin.admit',
    'admin.decline',
    'admin.link',
    'approval.approve',
    'approval.reject',
    'approval.withdraw',
    'customer.merge-now',
    'lead.convert',
    'opportunity.complete',
    'opportunity.discount',
    'pool.release',
    'tag.merge',
    'ticket.close',
    'ticket.reopen',
  ],
  'goes on with a change that was measured against what stood when it was first sent': [
    'customer.change-anyway',
    'lead.change-anyway',
  ],
  'is one’s own, which nobody else writes': ['report.daily', 'report.weekly'],
  'holds no value that two could set differently': [
    'admin.redeliver',
    'admin.redeliverAll',
    'audit.check',
    'gateway.again',
    'gateway.rotate',
    'hook.rotate',
    'template.apply',
  ],
  'shows first all that it moves, and moves what is there when it is pressed': ['admin.move', 'handover.give'],
};

const writing = everyCommand().filter(({ effect }) => effect === 'write');

it('R12: every command that writes shows what a colleague changed meanwhile, or has its reason', () => {
  const unguarded = writing.filter(({ changes, stands }) => !changes && !stands).map(({ name }) => name);
  expect(unguarded.sort()).toEqual(Object.values(REASONS).flat().sort());
});

it('R12: what a form shows of a record, it can tell from what stands when it is sent', () => {
  for (const { name, changes, prefill, tailor } of everyCommand().filter((each) => each.changes)) {
    expect(prefill ?? tailor, name).toBeDefined();
    expect(everyCommand().map((each) => each.name)).toContain(changes?.shownBy);
  }
});

it('R12: which record it is, which line of it, and whose it was are fields of the command', () => {
  for (const { name, changes, stands, input } of everyCommand()) {
    const fields = fieldsOf(input).map((field) => field.name);
    const named = [
      changes?.record,
      changes?.line,
      stands && ('moment' in stands ? stands.moment : stands.record),
      ...Object.keys(changes?.columns ?? {}),
    ];
    expect(fields, name).toEqual(expect.arrayContaining(named.filter((each) => each !== undefined)));
  }
});
