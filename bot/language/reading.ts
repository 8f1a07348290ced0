import type { Catalogue } from '../../core/questions/catalogue/entity.ts';
import { type Question, questionSchema } from '../../core/questions/question.ts';
import type { Locale, Text } from '../../core/text.ts';

export const STAGES = ['contact', 'needs', 'proposal', 'negotiation', 'won', 'lost'] as const;

export type Stage = (typeof STAGES)[number];

export type { FollowUpKind } from '../../core/follow-ups/follow-up.ts';
export { type Question, questionSchema };

export type CommandName =
  | 'follow-up.log'
  | 'follow-up.change'
  | 'follow-up.list'
  | 'follow-up.unread'
  | 'visit.check-in'
  | 'visit.list'
  | 'visit.part'
  | 'lead.add'
  | 'lead.change'
  | 'lead.list'
  | 'lead.show'
  | 'lead.log'
  | 'lead.outcome'
  | 'lead.enquiry'
  | 'lead.convert'
  | 'lead.assign'
  | 'handover.plan'
  | 'handover.show'
  | 'customer.merge'
  | 'customer.doubles'
  | 'lead.fairness'
  | 'pool.list'
  | 'pool.claim'
  | 'pool.release'
  | 'customer.change'
  | 'opportunity.reopen'
  | 'opportunity.give'
  | 'customer.give'
  | 'tag.suggest'
  | 'tag.list'
  | 'tag.change'
  | 'tag.merge'
  | 'tag.add'
  | 'tag.remove'
  | 'tag.find'
  | 'customer.add'
  | 'customer.show'
  | 'contact.find'
  | 'contact.set'
  | 'contact.change'
  | 'contact.left'
  | 'contact.back'
  | 'contact.remove'
  | 'contact.merge'
  | 'record.find'
  | 'file.add'
  | 'file.list'
  | 'conversation.archive'
  | 'opportunity.open'
  | 'opportunity.advance'
  | 'opportunity.list'
  | 'opportunity.discount'
  | 'opportunity.show'
  | 'opportunity.stuck'
  | 'opportunity.competitor'
  | 'opportunity.contact'
  | 'opportunity.member'
  | 'task.add'
  | 'task.list'
  | 'task.done'
  | 'task.change'
  | 'touch.add'
  | 'object.add'
  | 'object.list'
  | 'object.remove'
  | 'admin.object-remove'
  | 'milestone.add'
  | 'milestone.done'
  | 'milestone.change'
  | 'milestone.remove'
  | 'touch.change'
  | 'touch.remove'
  | 'customer.tier'
  | 'customer.tier-lift'
  | 'report.daily'
  | 'report.weekly'
  | 'report.list'
  | 'report.show'
  | 'report.comment'
  | 'quote.add'
  | 'contract.add'
  | 'order.add'
  | 'invoice.add'
  | 'invoice.list'
  | 'payment.add'
  | 'credit.set'
  | 'credit.lift'
  | 'ticket.open'
  | 'ticket.list'
  | 'ticket.show'
  | 'ticket.change'
  | 'ticket.close'
  | 'ticket.reopen'
  | 'task.cancel'
  | 'segment.save'
  | 'segment.list'
  | 'segment.open'
  | 'segment.remove'
  | 'call-list.next'
  | 'call-list.called'
  | 'call-list.skip'
  | 'call-list.later'
  | 'today.show'
  | 'opportunity.change'
  | 'approval.list'
  | 'approval.mine'
  | 'approval.turnDown'
  | 'admin.deliveries'
  | 'language.set'
  | 'settings.change'
  | 'board.show'
  | 'team.today'
  | 'summary.show'
  | 'talk.back'
  | 'admin.fields'
  | 'admin.objects'
  | 'hook.list'
  | 'hook.show'
  | 'hook.add'
  | 'hook.test'
  | 'hook.change'
  | 'hook.refused'
  | 'hook.unmatched'
  | 'hook.again'
  | 'gateway.list'
  | 'gateway.show'
  | 'gateway.add'
  | 'gateway.test'
  | 'gateway.change'
  | 'gateway.again'
  | 'admin.invite'
  | 'admin.recycle'
  | 'admin.response'
  | 'admin.setup'
  | 'admin.source'
  | 'admin.sources'
  | 'admin.template'
  | 'product.list'
  | 'product.add'
  | 'product.change'
  | 'stage.add'
  | 'stage.list'
  | 'stage.change'
  | 'document.show'
  | 'document.change'
  | 'document.void'
  | 'invoice.show'
  | 'invoice.change'
  | 'invoice.void'
  | 'payment.show'
  | 'payment.change'
  | 'payment.void'
  | 'lead.assign-several'
  | 'opportunity.product'
  | 'object.change'
  | 'object.show'
  | 'segment.change'
  | 'hook.rotate'
  | 'gateway.rotate'
  | 'admin.routing'
  | 'admin.outcomes'
  | 'customer.tiers'
  | 'admin.people'
  | 'admin.person'
  | 'audit.show'
  | 'audit.check'
  | 'settings.show'
  | 'link.show'
  | 'pipeline.show'
  | 'team.show'
  | 'conversation.show'
  | 'customer.find'
  | 'task.show'
  | 'contact.show'
  | 'task.snooze'
  | 'admin.territory'
  | 'admin.rule'
  | 'admin.outcome'
  | 'tier.change'
  | 'admin.pool'
  | 'admin.recycle-reason'
  | 'stage.remove'
  | 'pipeline.change'
  | 'pipeline.add'
  | 'field.change'
  | 'admin.roles'
  | 'admin.leave'
  | 'admin.teams'
  | 'team.change'
  | 'team.remove'
  | 'help.show'
  | 'change.undo';

/** A command with the values a person would have typed into its fields. */
export type SpokenInvocation = { command: CommandName; input: Record<string, string> };

export type ClarifyOption = { label: Text; invocation: SpokenInvocation };

export type Reading =
  | {
      kind: 'invocations';
      invocations: SpokenInvocation[];
      /** 0 to 1; below `SURE` the reading is offered as a question instead. */
      confidence: number;
      echo: Text;
      /** These take the place of the previous reading's invocations. */
      corrects?: true;
    }
  | { kind: 'question'; question: Question; confidence: number; echo: Text }
  | { kind: 'clarify'; ask: Text; options: ClarifyOption[] }
  | { kind: 'none' };

export type SentenceContext = {
  /** ISO day where the person is. */
  today: string;
  /** The hour it is there, HH:MM; of what is said for today it tells what has happened from what is to come. */
  time?: string;
  locale: Locale;
  /** ISO 4217 code of the house. */
  currency: string;
  /** What this person's last sentence here was read as, for "no, it should be 350k". */
  previous?: Reading;
  /** When that was, as an ISO moment. */
  previousAt?: string;
  /** For "this deal" and 这家客户. */
  named?: Named;
};

export type NameHit = {
  kind:
    | 'customer'
    | 'person'
    | 'product'
    | 'lead'
    | 'deal'
    | 'team'
    | 'stage'
    | 'object'
    | 'source'
    | 'tag'
    | 'outcome';
  id: string;
  name: string;
  key: string;
  /** The customer of a deal. */
  of?: string;
};

/** What this person last spoke of here: by what is looked up, a name or an id. */
export type Named = {
  deal?: string | undefined;
  customer?: string | undefined;
  lead?: string | undefined;
  /** By its id or its title. */
  task?: string | undefined;
};

export interface NamePort {
  /** Names the speaker may see whose stored keys are among these; asked once a sentence. */
  lookUp(keys: string[]): Promise<NameHit[]>;
  /** The company's own kinds of records, as what can be asked about; wanted only where a sentence names one. */
  findKinds?(): Promise<Catalogue>;
}
