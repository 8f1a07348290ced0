import { z } from 'zod';
import { findBoard } from '../../core/opportunities/find-board.ts';
import { getPerson } from '../../core/people/people.ts';
import { refuseUnseen, refuseUnseenTeam } from '../../core/people/refuse-unseen.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { keyField, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { boardCard } from '../views/board.ts';
import { viewer } from '../views/viewer.ts';

export const boardShow = defineCommand({
  name: 'board.show',
  words: { en: ['board', 'deal board'], zh: ['看板', '商机看板'] },
  summary: { en: 'Deals by stage, as a board', zh: '商机看板' },
  examples: {
    en: ['board', 'board North', 'board --owner me', 'board --pipeline Sales'],
    zh: ['看板', '看板 北区', '看板 --负责人 我', '看板 --流程 销售'],
  },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    team: optional(recordField('team', { en: 'Team', zh: '团队' }, { positional: true })),
    owner: optional(recordField('person', { en: 'Owner', zh: '负责人' })),
    pipeline: optional(keyField('pipeline', { en: 'Pipeline', zh: '流程' })),
  }),
  async run(core, { team, owner, pipeline }) {
    if (owner && owner !== core.actor.userId) {
      await refuseUnseen(core, { id: owner });
    }
    const whose = team ? (await refuseUnseenTeam(core, team)).name : owner && (await getPerson(core, owner)).name;
    const board = await findBoard(core, { pipelineKey: pipeline, ownerId: owner, teamId: team });
    const card = boardCard(board, { team, owner, whose, me: core.actor.userId }, viewer(core));
    return { kind: 'card', card };
  },
});
