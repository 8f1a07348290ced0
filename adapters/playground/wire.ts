// A file of its own: what the page and the server say to each other, so that both are checked against one type.
import type { Locale } from '../../core/text.ts';

export type PersonView = {
  userId: string;
  name: string;
  role: string;
  locale: Locale;
  /** Address of the private conversation with Parley. */
  address: string;
  /** Number of the newest message from Parley there; 0 when there is none. */
  newest: number;
};

export type MessageView = {
  id: string;
  conversation: string;
  /** Grows over all conversations, so it orders and tells what was not read yet. */
  number: number;
  /** Grows when the message is redrawn. */
  version: number;
  /** ISO 8601. */
  at: string;
  /** The person's name; absent when Parley speaks. */
  author?: string;
  mine: boolean;
  /** Only the one who looks sees it. */
  private: boolean;
  body: BodyView;
};

export type BodyView =
  | { kind: 'words'; text: string }
  | { kind: 'notice'; text: string; tone: 'info' | 'bad' }
  /** `shown` holds what each look would send, by the look's name. */
  | { kind: 'card'; shown: Shown; hasForm: boolean };

export type Shown = Readonly<Record<string, unknown>>;

export type WindowView = { shown: Shown };

export type StateView = {
  /** Another one means the server started anew: numbers begin again. */
  epoch: string;
  viewer: PersonView;
  people: PersonView[];
  looks: { name: string; label: string }[];
  conversations: { address: string; name: string; direct: boolean; messages: MessageView[] }[];
};

/** What a POST comes to. `messages` are those posted or redrawn by it that the person sees. */
export type ActedView = {
  status: 'done' | 'working' | 'refused' | 'unavailable';
  messages: MessageView[];
  window?: WindowView;
  /** Said above a window that stays open, so that nothing typed in it is lost. */
  trouble?: string;
};

/** One server-sent event. */
export type StreamView =
  | { kind: 'message'; message: MessageView }
  /** Parley wrote to somebody else. */
  | { kind: 'elsewhere'; conversation: string; number: number };

/** A file that was put into the page. */
export type UploadView = { id: string; name: string; size: number };

/** `beneath` is the message a file was dropped on. */
export type SayBody = {
  id: string;
  as: string;
  conversation: string;
  text: string;
  files?: UploadView[] | undefined;
  beneath?: string | undefined;
};

/** `pressed` is the look's own encoding of a press, as the platform's client would send it; absent message: a window. */
export type PressBody = {
  id: string;
  as: string;
  conversation: string;
  messageId?: string | undefined;
  look: string;
  pressed: unknown;
};

/** A message picked to be put on record, in the way of the look's platform. */
export type ShareBody = {
  id: string;
  as: string;
  conversation: string;
  messageId: string;
  look: string;
};

/** `submitted` is the look's own encoding of a window; `messageId` the card it was opened from, if it was. */
export type SubmitBody = {
  id: string;
  as: string;
  conversation: string;
  messageId?: string | undefined;
  look: string;
  submitted: unknown;
};
