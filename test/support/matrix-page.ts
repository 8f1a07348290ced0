// The matrix as docs/permission-matrix.md shows it.
import { EVERYBODY, ROLE_NAMES, type Role } from '../../core/actor.ts';
import { ACTIONS, type Entity, RELATIONS } from '../../core/permissions/matrix/rule.ts';
import { ABOUT_NOTHING, MATRIX } from '../../core/permissions/matrix.ts';

const HEAD = `# Permission matrix

Generated from \`core/permissions/matrix/\`; \`npx vitest run test/system/permission-matrix.test.ts -u\` writes it anew. What
the database lets a role do to a row, by how its holder stands to it, is tried cell by cell in
\`core/permissions/matrix.test.ts\`; what the gate lets through, by button, form, command line and sentence, in
\`test/system/permission-matrix.test.ts\`.

**own**: his row · **team**: of somebody below him in the teams he leads · **other**: of anybody else · **pool**: nobody's yet ·
**granted**: given to him to work on · **any**: the company's. **all** is every role; — nobody. Commands name who may give them; both fences hold.
`;

const roles = (names: readonly Role[]) =>
  names.length === EVERYBODY.length ? 'all' : names.map((role) => ROLE_NAMES[role].en).join(', ') || '—';

const commands = (given: Readonly<Record<string, readonly Role[]>>) =>
  Object.entries(given)
    .map(([name, by]) => `\`${name}\` (${roles(by)})`)
    .join(' · ');

function section(table: string, entity: Entity): string {
  const rules = ACTIONS.flatMap((action) => {
    const rule = entity[action];
    return rule ? [{ action, rule }] : [];
  });
  const relations = RELATIONS.filter((relation) => rules.some(({ rule }) => rule.rows?.[relation]));
  if (rules.length === 0) {
    return `## ${table}\n\nThe product's own; nobody's.\n`;
  }
  const lines = rules.map(({ action, rule }) =>
    [action, ...relations.map((relation) => roles(rule.rows?.[relation] ?? [])), commands(rule.commands ?? {})].join(
      ' | ',
    ),
  );
  const head = ['', ...relations, 'commands'];
  return `## ${table}\n\n| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}\n${lines.map((line) => `| ${line} |`).join('\n')}\n`;
}

export function matrixPage(): string {
  const sections = Object.entries(MATRIX).map(([table, entity]) => section(table, entity));
  return [HEAD, ...sections, `## About no table\n\n${commands(ABOUT_NOTHING)}\n`].join('\n');
}
