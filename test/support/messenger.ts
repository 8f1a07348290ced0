import type { Card } from '../../bot/cards/card.ts';
import { type Adapter, type Place, PlatformError, type Profile, type Sender, type Sent } from '../../bot/contract.ts';

export type Message = { to: string; messageId: string; card: Card; effectId: string };

/** A platform that keeps what it is given and fails when it is told to. */
export class Messenger implements Adapter {
  readonly platform: string;
  readonly messages: Message[] = [];
  readonly updates: { messageId: string; card: Card }[] = [];
  opened = 0;
  /** Thrown by the next sends, one each. */
  readonly failures: PlatformError[] = [];
  /** Called while a message is on its way. */
  onSend: (message: Message) => Promise<void> = async () => undefined;

  constructor(platform = 'slack') {
    this.platform = platform;
  }

  async answer(): Promise<undefined> {}

  async send(place: Place, card: Card, { effectId }: { effectId: string }): Promise<Sent> {
    const failure = this.failures.shift();
    if (failure) throw failure;
    const message = { to: place.address.replace('D-', ''), messageId: `m${this.messages.length + 1}`, card, effectId };
    await this.onSend(message);
    this.messages.push(message);
    return { messageId: message.messageId };
  }

  async update(_place: Place, messageId: string, card: Card): Promise<void> {
    const message = this.messages.find((each) => each.messageId === messageId);
    if (!message) throw new PlatformError('gone', { retryable: false });
    message.card = card;
    this.updates.push({ messageId, card });
  }

  async direct({ platform, workspace, externalId }: Sender): Promise<Place> {
    this.opened += 1;
    return { platform, workspace, address: `D-${externalId}`, direct: true };
  }

  /** Who has which e-mail here, and what he is called. */
  readonly directory: Record<string, { externalId: string; name: string; locale?: string }> = {};
  workspace = 'T1';

  async profile({ externalId }: Sender): Promise<Profile | undefined> {
    return Object.values(this.directory).find((person) => person.externalId === externalId);
  }

  async findByEmail(email: string): Promise<Sender[]> {
    const person = this.directory[email];
    return person ? [{ platform: this.platform, workspace: this.workspace, externalId: person.externalId }] : [];
  }

  parse(): undefined {}

  /** Everything one person has in his chat. */
  cardsOf(key: string): Card[] {
    return this.messages.filter(({ to }) => to === key).map(({ card }) => card);
  }

  /** Takes a message off the screen. */
  lose(messageId: string): void {
    const index = this.messages.findIndex((each) => each.messageId === messageId);
    this.messages.splice(index, 1, { to: '', messageId: '', card: { title: '', body: [] }, effectId: '' });
  }
}
