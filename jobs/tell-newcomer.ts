import { z } from 'zod';
import { newcomerCard } from '../bot/notices/newcomer.ts';
import { asSystem } from '../core/db/system.ts';
import type { Delivery, Outcome } from '../core/deliveries/delivery.ts';
import type { Locale } from '../core/text.ts';
import type { Desk } from './desk.ts';

/** The notice of a delivery to somebody who wrote first; he may have no row of his own. */
export const NEWCOMER = 'newcomer';

export const newcomerSubject = z.object({ admissionId: z.uuid() });

type Row = {
  name: string;
  platform: string;
  workspace: string;
  externalId: string;
  state: string;
  locale: Locale | null;
  directPlace: string | null;
};

/** Tells a newcomer, where he wrote from, whether he was let in. */
export async function tellNewcomer({ database, adapters, org }: Desk, delivery: Delivery): Promise<Outcome> {
  const { admissionId } = newcomerSubject.parse(delivery.subject);
  const [row] = await asSystem(database, 'relay', ({ sql }) =>
    sql<Row>({
      name: 'newcomer',
      text: `SELECT a.name, a.platform, a.workspace, a.external_id AS "externalId", a.state, coalesce(u.locale, a.locale) AS locale,
                    a.direct_place AS "directPlace"
               FROM admissions a LEFT JOIN users u ON u.id = a.user_id WHERE a.id = $1 AND a.state <> 'pending'`,
      values: [admissionId],
    }),
  );
  const adapter = row && adapters.get(row.platform);
  if (!adapter) {
    return { kind: 'skipped', reason: 'nowhere to tell him' };
  }
  const { name, platform, workspace, externalId, state, locale, directPlace } = row;
  const place = directPlace
    ? { platform, workspace, address: directPlace, direct: true }
    : await adapter.direct({ platform, workspace, externalId });
  const card = newcomerCard({ name, isIn: state === 'admitted', locale: locale ?? org.locale });
  await adapter.send(place, card, { effectId: delivery.id });
  return { kind: 'sent' };
}
