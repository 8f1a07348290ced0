import type { Actor } from '../core/actor.ts';
import { undoCorrected } from '../core/changes/undo-corrected.ts';
import type { Core } from '../core/context.ts';
import type { Database } from '../core/db/database.ts';
import type { Via } from '../core/db/transaction.ts';
import { changeIdOf } from '../core/db/transaction.ts';
import { DomainError, FAILURES, type FailureCode } from '../core/errors.ts';
import type { Shelf } from '../core/files/shelf.ts';
import type { OpenDelivery } from '../core/inbox/open-delivery.ts';
import type { Log } from '../core/log.ts';
import type { Organisation } from '../core/organisation.ts';
import type { Locale, Text } from '../core/text.ts';
import { work } from '../core/work.ts';
import { AskBack } from './ask-back.ts';
import { commandNamed } from './commands/index.ts';
import type { Found, InboundEvent, Lookup, Reach, Reply } from './contract.ts';
import { Conversations } from './conversations.ts';
import { toForm } from './derive/form.ts';
import { type Choices, choicesIn } from './form-choices.ts';
import { onHome } from './home.ts';
import type { Invocation } from './invocation.ts';
import { invoke } from './invoke.ts';
import { findTyped, freshCard } from './look-up.ts';
import { ThreadWanted } from './meant-thread.ts';
import { namedBy } from './named-by.ts';
import { named, onceOnly, wasSent } from './once.ts';
import { findOwnView } from './own-view.ts';
import { askToConfirm } from './pending.ts';
import { pressableBy } from './pressable.ts';
import { privately } from './privately.ts';
import { filledIn, readEvent } from './read-event.ts';
import { type TakenIn, takeIn } from './take-in.ts';
import { refusedCard, refusedNodes } from './views/file.ts';

export type BotTools = { database: Database; org: Organisation; shelf: Shelf; log: Log };

/** The one apology for what is a bug of ours. */
export const APOLOGY: Text = {
  en: 'Sorry, something went wrong on my side. Nothing was changed; it has been logged.',
  zh: '抱歉，系统出错了，未做任何修改，错误已记录。',
};

const VIAS: Readonly<Record<InboundEvent['kind'], Via>> = {
  line: 'words',
  message: 'language',
  press: 'button',
  submit: 'form',
  joined: 'button',
  home: 'button',
  shared: 'button',
};

export interface Bot {
  /**
   * Does what an event asks for, as this person, in one transaction together with its answer. Throws `unavailable`,
   * `already_answered`, and `unknown_person` when he is not who he was; everything else is an answer.
   */
  handle(event: InboundEvent, who: { actor: Actor; delivery: OpenDelivery; reach?: Reach | undefined }): Promise<Reply>;
  /** What this person may see of what he types into a search. */
  find(lookup: Lookup, actor: Actor): Promise<Found[]>;
}

type Done = { reply: Reply; remember: () => void };

/** A question back on its way out of the transaction it interrupts. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly ask: AskBack['ask'];
  readonly remember: () => void;

  constructor({ ask }: AskBack, remember: () => void) {
    super('interrupted by a question');
    this.ask = ask;
    this.remember = remember;
  }
}

/** A question back as what ends this transaction; about what its form has done before it is no question. */
async function interrupted(core: Core, event: InboundEvent, error: unknown, remember: () => void): Promise<unknown> {
  if (!(error instanceof AskBack)) {
    return error;
  }
  return (await wasSent(core, event))
    ? new DomainError('sent_twice', 'a question about what the form itself has done')
    : new Interrupted(error, remember);
}

export function createBot({ database, org, shelf, log }: BotTools): Bot {
  const conversations = new Conversations();

  async function run(core: Core, event: InboundEvent, taken: TakenIn): Promise<Done> {
    const place = conversations.keyOf(event, core.actor.userId);
    const previous = conversations.recall(place, core.now);
    const asked = await readEvent(
      core,
      event,
      { previous: previous?.reading, at: previous?.at, named: conversations.lastNamed(place, core.now) },
      taken,
    );
    if ('reply' in asked) {
      return { reply: asked.reply, remember: () => undefined };
    }
    conversations.name(place, namedBy(asked.invocations), core.now);
    const isCorrection = asked.reading?.kind === 'invocations' && asked.reading.corrects === true;
    const wrong = isCorrection ? previous?.changeId : undefined;
    const isWrite = asked.invocations.some(({ command }) => commandNamed(command).effect === 'write');
    const turn = { reading: asked.reading, commands: asked.invocations.map(({ command }) => command), at: core.now };
    if (wrong && isWrite) {
      // "No, it should be 350k": taking back and writing anew are confirmed, and done, as one.
      const undo: Invocation = { command: 'change.undo', input: { change: wrong, corrected: true }, via: 'language' };
      const reply = await askToConfirm(core, [undo, ...asked.invocations]);
      return { reply, remember: () => conversations.follow(place, { ...turn, changeId: wrong }) };
    }
    if (wrong) {
      await undoCorrected(core, wrong);
    }
    try {
      const reply = await onHome(core, event, await invoke(core, asked.invocations));
      await onceOnly(core, event);
      const changeId = core.change.hasRows ? changeIdOf(core) : undefined;
      return { reply, remember: () => conversations.follow(place, { ...turn, changeId }) };
    } catch (error) {
      throw await interrupted(core, event, error, () => conversations.follow(place, { ...turn, changeId: undefined }));
    }
  }

  async function act(core: Core, event: InboundEvent, taken: TakenIn): Promise<Done> {
    if (isRefusedWhole(event, taken)) {
      const card = refusedCard(taken.refused, core.actor);
      return { reply: { kind: 'card', card }, remember: () => undefined };
    }
    const { reply, remember } = await run(core, event, taken);
    const shown = withRefusals(reply, taken, core.actor.locale);
    const own = shown.kind === 'card' ? { ...shown, card: pressableBy(core.actor, shown.card) } : shown;
    return { reply: named(own, event), remember };
  }

  const read = <Result>(actor: Actor, run: (core: Core) => Promise<Result>) =>
    work(database, { actor, org, origin: { via: 'words', undoable: false } }, run);

  async function judged(error: unknown, event: InboundEvent, actor: Actor): Promise<unknown> {
    const isOfTheForm = event.kind === 'submit' && error instanceof DomainError && !LEFT_TO_THE_DOOR.has(error.code);
    return isOfTheForm && (await read(actor, (core) => wasSent(core, event)))
      ? new DomainError('sent_twice', error.message)
      : error;
  }

  /** What is chosen in a form that comes again is shown by its name. */
  async function chosenIn(error: unknown, event: InboundEvent, { actor, taken }: { actor: Actor; taken: TakenIn }) {
    if (event.kind !== 'submit' || !(error instanceof DomainError) || LEFT_TO_THE_DOOR.has(error.code)) {
      return {};
    }
    return read(actor, (core) => choicesIn(core, commandNamed(event.command), filledIn(event, taken))).catch(
      (cause: unknown) => {
        if (cause instanceof DomainError) {
          return {}; // it has gone meanwhile
        }
        throw cause;
      },
    );
  }

  return {
    find: (lookup, actor) =>
      read(actor, (core) => (lookup.kind === 'view' ? findOwnView(core, lookup) : findTyped(core, lookup))),
    async handle(event, { actor, delivery, reach = {} }) {
      let taken = await takeIn(event, { database, shelf, actor, org, reach });
      const { platform, workspace, address } = event.place;
      const place = [platform, workspace, address].join(' ');
      const origin = { via: VIAS[event.kind], platform, from: event.sender, place };
      const answering = delivery.answering(({ reply }: Done) => privately(reply, event, org.locale));
      const as = { actor, org, origin, answering };
      const once = () => work(database, as, (core) => act(core, event, taken));
      try {
        const { reply, remember } = await once()
          .catch(async (error: unknown) => {
            if (!(error instanceof ThreadWanted)) {
              throw error;
            }
            const unread = { address: '', unread: true } as const;
            taken = { ...taken, thread: (await reach.readThread?.(error.thread)) ?? unread };
            return once();
          })
          .catch((error: unknown) => {
            if (!(error instanceof Interrupted)) {
              throw error;
            }
            // What the sentence's first parts wrote is rolled back; the question is kept in a transaction of its own.
            const { ask, remember: keep } = error;
            return work(
              database,
              as,
              async (core): Promise<Done> => ({
                reply: named(withRefusals(await ask(core), taken, core.actor.locale), event),
                remember: keep,
              }),
            );
          });
        remember();
        return privately(reply, event, org.locale);
      } catch (error) {
        const judgedSo = await judged(error, event, actor);
        const chosen = await chosenIn(judgedSo, event, { actor, taken });
        const failed = toReply(judgedSo, { event, taken, chosen }, actor.locale, (cause) =>
          log.error(
            { inboxId: delivery.inboxId, kind: event.kind, platform: event.sender.platform, err: cause },
            'event failed',
          ),
        );
        return privately(named(failed, event), event, org.locale);
      }
    },
  };
}

/** Nothing of it was kept, and nothing was said with it: all there is to answer is why. */
function isRefusedWhole(event: InboundEvent, { files, refused }: TakenIn): boolean {
  return 'text' in event && event.text.trim() === '' && refused.length > 0 && files.size === 0;
}

/** Of what was not kept its sender is told, whatever else is said. */
function withRefusals(reply: Reply, { refused }: TakenIn, locale: Locale): Reply {
  if (refused.length === 0) {
    return reply;
  }
  return reply.kind === 'notice'
    ? { kind: 'card', card: refusedCard(refused, { locale }) }
    : { ...reply, card: { ...reply.card, body: [...refusedNodes(refused, { locale }), ...reply.card.body] } };
}

/** What says something of the delivery or its sender rather than of what he asked for. */
const LEFT_TO_THE_DOOR: ReadonlySet<FailureCode> = new Set(['unavailable', 'already_answered', 'unknown_person']);

/** What a failure is answered with: the form again with nothing typed lost, else one private line. */
function toReply(
  error: unknown,
  { event, taken, chosen }: { event: InboundEvent; taken: TakenIn; chosen: Partial<Choices> },
  locale: Locale,
  report: (error: unknown) => void,
): Reply {
  if (!(error instanceof DomainError)) {
    report(error);
    return { kind: 'notice', text: APOLOGY[locale], tone: 'bad' };
  }
  if (LEFT_TO_THE_DOOR.has(error.code)) {
    throw error;
  }
  const text = (error.say ?? FAILURES[error.code])[locale];
  if (error.code === 'sent_twice') {
    return { kind: 'notice', text, tone: 'info' };
  }
  const fresh = error.code === 'out_of_date' ? freshCard(event, text, locale) : undefined;
  if (fresh) {
    return { kind: 'card', card: fresh };
  }
  if (event.kind === 'submit' && error.code !== 'out_of_date') {
    const known = filledIn(event, taken);
    const command = commandNamed(event.command);
    return { kind: 'form', card: toForm(command, locale, { known, ...chosen, errors: { '': text }, keepsAll: true }) };
  }
  return { kind: 'notice', text, tone: 'bad' };
}
