import type { Role } from '../actor.ts';
import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { type Access, PROTECTED, type ProtectedField } from './fields.ts';

export type FieldPolicy = { role: Role; field: ProtectedField; access: Access };

type Row = FieldPolicy & { id: string; version: number };

/** Who sees what, as it stands. */
export function findFieldPolicies(core: Core): Promise<FieldPolicy[]> {
  return core.sql<FieldPolicy>({
    name: 'field-policies',
    text: `SELECT role, entity || '.' || field AS field, access FROM field_policies ORDER BY entity, field, role`,
  });
}

/** How much of a field one role sees. Throws not_found. */
export async function getFieldPolicy(core: Core, { role, field }: Omit<FieldPolicy, 'access'>): Promise<Row> {
  const [entity, column] = field.split('.');
  const [policy] = await core.sql<Row>({
    name: 'field-policy',
    text: `SELECT id, role, entity || '.' || field AS field, access, version FROM field_policies
            WHERE entity = $1 AND field = $2 AND role = $3`,
    values: [entity, column, role],
  });
  if (!policy) {
    throw new DomainError('not_found', `no policy of ${field} for ${role}`);
  }
  return policy;
}

/** Says how much of a field a role sees, from the next thing anybody does. Throws bad_input for a half of what has none. */
export async function changeFieldPolicy(core: Core, { role, field, access }: FieldPolicy): Promise<void> {
  if (access === 'masked' && !PROTECTED[field].isMaskable) {
    throw new DomainError('bad_input', `${field} cannot be masked`, {
      say: {
        en: 'Only phones and e-mails can be masked. Show this one or hide it.',
        zh: '只有电话和邮箱可以脱敏，该字段只能设为可见或不可见。',
      },
    });
  }
  const policy = await getFieldPolicy(core, { role, field });
  if (policy.access === access) {
    throw nothingChanges(`${field} is ${access} for ${role}`);
  }
  core.change.update('field_policies', policy.id, { access }, { version: policy.version });
}
