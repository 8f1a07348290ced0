// How every platform shows a card, and what its own side would refuse of it: one entry a platform.
import { renderCard } from '../../adapters/feishu/render.ts';
import { renderMessage, renderModal } from '../../adapters/slack/render.ts';
import { renderDialog, renderMessage as renderTeams } from '../../adapters/teams/render.ts';
import { type Card, formOf } from '../../bot/cards/card.ts';
import { complaintsAboutCard } from '../fakes/feishu-card.ts';
import { complaintsAboutMessage, complaintsAboutView } from '../fakes/slack-checks.ts';
import { complaintsAboutCard as complaintsAboutTeamsCard } from '../fakes/teams-card.ts';

export type Platform = {
  name: string;
  /** What would be sent. */
  show(card: Card): unknown;
  /** Why the platform would refuse the card, as a message or as a window. */
  refuse(card: Card): string[];
};

export const PLATFORMS: readonly Platform[] = [
  {
    name: 'Slack',
    show: renderMessage,
    refuse(card) {
      const { blocks, text } = renderMessage(card);
      const window = formOf(card) && renderModal(card, { address: 'D1', direct: true });
      return [...complaintsAboutMessage(blocks, text), ...(window ? complaintsAboutView(window) : [])];
    },
  },
  {
    name: 'Feishu',
    show: (card) => renderCard(card, { where: { direct: true } }),
    refuse: (card) => complaintsAboutCard(renderCard(card, { where: { direct: true } })),
  },
  {
    name: 'Teams',
    show: (card) => renderTeams(card).card,
    refuse: (card) => [renderTeams(card).card, renderDialog(card).card].flatMap(complaintsAboutTeamsCard),
  },
];
