import type { Login } from './people.ts';

export type Stage = 'contact' | 'needs' | 'proposal' | 'negotiation' | 'won' | 'lost';

/** `called` is how a colleague speaks of the person in his own language; `mail` the part before the @. */
export type Person = { name: string; title: string; called: { zh: string; en: string }; mail: string };

/** Amounts are thousands of whole major units; null where nobody has named a figure yet. */
export type Deal = { stage: Stage; name: string; thousands: number | null };

export type Company = {
  name: string;
  /** Null is the public pool. */
  owner: Login | null;
  /** Who looked after it before it went to the pool. */
  formerOwner?: Login;
  region: string;
  industry: string;
  address: string;
  /** The part of the mail domain before .example; also the key of everything derived from the company. */
  domain: string;
  contacts: readonly Person[];
  deals: readonly Deal[];
};

/** A Chinese contact: 王总 in a Chinese sentence, Wang Jianguo in an English one. */
export function zh(name: string, title: string, called: string, mail: string): Person {
  const latin = mail.split('.').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return { name, title, called: { zh: called, en: latin.join(' ') }, mail };
}

/** An English-speaking contact: by the first name among colleagues who know him, unless `called` says otherwise. */
export function en(name: string, title: string, called?: string): Person {
  const [first = name] = name.split(' ');
  return { name, title, called: { zh: name, en: called ?? first }, mail: name.toLowerCase().replaceAll(' ', '.') };
}

export function deal(stage: Stage, name: string, thousands: number | null = null): Deal {
  return { stage, name, thousands };
}

/** Who looks after a company, or did so last. */
export function caretaker({ name, owner, formerOwner }: Company): Login {
  const login = owner ?? formerOwner;
  if (!login) throw new Error(`nobody ever looked after ${name}`);
  return login;
}
