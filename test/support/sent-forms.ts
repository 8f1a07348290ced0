// What each platform sends of a form in which somebody emptied fields, as its own client does it.
import { feishuLook } from '../../adapters/playground/looks/feishu.ts';
import type { Acted, Look } from '../../adapters/playground/looks/look.ts';
import { plainLook } from '../../adapters/playground/looks/plain.ts';
import { slackLook } from '../../adapters/playground/looks/slack.ts';
import { teamsLook } from '../../adapters/playground/looks/teams.ts';
import { type Card, formOf } from '../../bot/cards/card.ts';

export type Sending = {
  platform: string;
  /** Everything as it stands but for those fields. */
  send(card: Card, emptied: readonly string[]): Acted;
};

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object in what a renderer wrote. */
function nodesOf(value: unknown): Node[] {
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];
}

const nodesIn = (look: Look, card: Card) => nodesOf(JSON.parse(JSON.stringify(look.window(card))));

const fieldOf = (name: unknown) => String(name).replace(/~.*$/u, '');

function slackState(element: Node, isEmptied: boolean): Node {
  const kept = <Value>(value: Value) => (isEmptied ? null : (value ?? null));
  switch (element.type) {
    case 'datepicker':
      return { selected_date: kept(element.initial_date) };
    case 'timepicker':
      return { selected_time: kept(element.initial_time) };
    case 'static_select':
    case 'external_select':
      return { selected_option: kept(element.initial_option) };
    case 'multi_static_select':
      return { selected_options: kept(element.initial_options) ?? [] };
    default:
      return { value: kept(element.initial_value) };
  }
}

const slack: Sending = {
  platform: 'Slack',
  send(card, emptied) {
    const nodes = nodesIn(slackLook, card);
    const metadata = nodes.find(({ private_metadata }) => private_metadata !== undefined)?.private_metadata;
    const values = nodes.flatMap(({ type, block_id, element }) =>
      type === 'input' && isNode(element)
        ? [[String(block_id), { v: slackState(element, emptied.includes(fieldOf(block_id))) }] as const]
        : [],
    );
    return slackLook.readSubmit({ private_metadata: metadata, state: { values: Object.fromEntries(values) } });
  },
};

const HELD = ['default_value', 'initial_date', 'initial_datetime', 'initial_option', 'selected_values'] as const;

/** A card in a chat; what holds nothing is left out of what it sends, or is there and blank. */
const feishu = (blank: '' | undefined): Sending => ({
  platform: `Feishu, ${blank === '' ? 'blank' : 'missing'}`,
  send(card, emptied) {
    const nodes = nodesIn(feishuLook, card);
    const values = nodes.flatMap((node) => {
      const value = emptied.includes(String(node.name)) ? blank : HELD.map((key) => node[key]).find(Boolean);
      return typeof node.name === 'string' && !node.name.startsWith('_') && value !== undefined
        ? [[node.name, value]]
        : [];
    });
    const button = nodes.find(({ form_action_type }) => form_action_type === 'submit');
    const [behavior] = nodesOf(button?.behaviors).filter(({ type }) => type === 'callback');
    return feishuLook.readSubmit({
      action: { tag: 'button', value: behavior?.value, form_value: Object.fromEntries(values) },
    });
  },
});

const teams: Sending = {
  platform: 'Teams',
  send(card, emptied) {
    const nodes = nodesIn(teamsLook, card);
    const typed = nodes.flatMap(({ type, id, value }) =>
      typeof type === 'string' &&
      type.startsWith('Input.') &&
      typeof id === 'string' &&
      value !== undefined &&
      !emptied.includes(fieldOf(id))
        ? [[id, value]]
        : [],
    );
    const submit = nodes.find(({ type, data }) => type === 'Action.Submit' && isNode(data));
    const data = isNode(submit?.data) ? submit.data : {};
    return teamsLook.readSubmit({ type: 'Action.Submit', data: { ...data, ...Object.fromEntries(typed) } });
  },
};

const plain: Sending = {
  platform: 'the playground',
  send(card, emptied) {
    const form = formOf(card);
    const values = (form?.inputs ?? []).map(({ name, value = '' }) => [name, emptied.includes(name) ? '' : value]);
    return plainLook.readSubmit({
      command: form?.command,
      hidden: form?.hidden,
      values: Object.fromEntries(values),
    });
  },
};

export const SENDINGS: readonly Sending[] = [slack, feishu(undefined), feishu(''), teams, plain];
