// Parley before a client that nobody here wrote: Microsoft 365 Agents Playground, with its own connector, on loopback.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { teams } from '../../adapters/teams/index.ts';
import { wordsOf } from '../fakes/teams-card.ts';
import {
  type AgentsPlayground,
  isInstalled,
  startAgentsPlayground,
  TENANT,
  USER,
} from '../support/agents-playground.ts';
import { type Parley, startParley } from '../support/parley.ts';
import type { Stand } from '../support/stand.ts';

if (!isInstalled) {
  process.stderr.write('! @microsoft/m365agentsplayground is not installed: nothing of it is proved\n');
}

const local: Stand = {
  name: 'teams',
  start: (tools) => teams.start(teams.settings.parse({ TEAMS_LOCAL: '1' }), tools),
  async staff({ pool }) {
    await pool.query(
      `INSERT INTO identities (id, user_id, platform, workspace, external_id)
       SELECT gen_random_uuid(), id, 'teams', $1, $2 FROM users WHERE name = 'Jim Green'`,
      [TENANT, USER.directoryId],
    );
  },
  close: async () => undefined,
};

describe.skipIf(!isInstalled)('Microsoft’s own local client', () => {
  let parley: Parley;
  let client: AgentsPlayground;

  beforeAll(async () => {
    parley = await startParley({ stands: [local] });
    client = await startAgentsPlayground(parley.url);
  });
  afterAll(async () => {
    await client?.close();
    await parley?.close();
  });

  const cardIn = (answer: unknown) => wordsOf(Object(answer).value ?? Object(answer).body?.value);

  it('adds the bot and is greeted', async () => {
    await client.installs();
    await client.sees('Just tell me what happened');
  });

  it('says a sentence, and shows the card of what was done', async () => {
    await client.says('remind me to call Zhao tomorrow');
    await client.sees('call Zhao');
    expect(await parley.count('tasks', "title ILIKE '%call zhao%'")).toBe(1);
  });

  it('presses a button, and shows the card it becomes', async () => {
    const task = await client.sees('call Zhao');
    const answer = await client.presses(task, 'Undo');
    expect(cardIn(answer)).toContain('It is as it was before.');
    expect((await client.sees('It is as it was before.')).id).toBe(task.id);
    expect(await parley.count('tasks', "title ILIKE '%call zhao%'")).toBe(0);
  });

  it('fills in a form, is told what is wrong, and mends it', async () => {
    await client.says('/crm lead add');
    const form = await client.sees('Add a lead\nContact');
    const wrong = await client.presses(form, 'Add lead', { contact: 'Ann Able', phone: 'after lunch' });
    expect(cardIn(wrong)).toContain('⚠️ That is not a phone number I know.');
    const right = await client.presses(form, 'Add lead', { contact: 'Ann Able', phone: '+1 202 555 0143' });
    expect(cardIn(right)).toContain('Lead added: Ann Able');
    expect(await parley.count('leads', "contact_name = 'Ann Able' AND phone = '+12025550143'")).toBe(1);
  });

  it('presses a button as an older client does, and sees its card change', async () => {
    await client.says('/crm lead add "Old Client"');
    const lead = await client.sees('Lead added: Old Client');
    await client.submits(lead, 'Undo');
    await client.sees('It is as it was before.', { on: lead });
    expect(await parley.count('leads', "contact_name = 'Old Client'")).toBe(0);
  });

  it('searches a customer from the message extension, and gets his card to insert', async () => {
    await client.says('/crm customer add "Example Works"');
    await client.sees('Example Works');
    const parameters = [{ name: 'query', value: 'Example' }];
    const answer = await client.invokes('composeExtension/query', { commandId: 'find', parameters });
    expect(JSON.stringify(answer)).toContain('"title":"Example Works"');
    expect(JSON.stringify(answer)).toContain('application/vnd.microsoft.card.adaptive');
  });
});
