import { type Actor, hasRole } from '../core/actor.ts';
import type { Button, Card, CardNode } from './cards/card.ts';
import { commandNamed } from './commands/index.ts';

/** A card without what its reader's roles may not press: a button that only refuses helps nobody. */
export function pressableBy(actor: Pick<Actor, 'roles'>, card: Card): Card {
  const isHis = ({ command }: Button) => hasRole(actor, commandNamed(command).allow);
  const kept = <Row extends { buttons?: Button[]; more?: Button[] }>(row: Row): Row => ({
    ...row,
    ...(row.buttons ? { buttons: row.buttons.filter(isHis) } : {}),
    ...(row.more ? { more: row.more.filter(isHis) } : {}),
  });
  const body = card.body.map((node): CardNode => {
    switch (node.type) {
      case 'actions':
        return kept(node);
      case 'records':
        return { ...node, records: node.records.map(kept) };
      default:
        return node;
    }
  });
  return { ...card, body };
}
