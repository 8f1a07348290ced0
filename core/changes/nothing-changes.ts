import { DomainError } from '../errors.ts';

/** What somebody asked for is on record as it stands. */
export function nothingChanges(about: string): DomainError {
  return new DomainError('bad_input', `nothing changes on ${about}`, {
    say: { en: 'It stands like that already.', zh: '内容没有变化。' },
  });
}
