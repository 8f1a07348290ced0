import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { getDocument } from './find-documents.ts';
import { getInvoice } from './find-invoices.ts';
import { getPayment } from './find-payments.ts';

const TABLES = {
  document: ['sales_documents', getDocument],
  invoice: ['invoices', getInvoice],
  payment: ['payments', getPayment],
} as const;

export type Voidable = keyof typeof TABLES;

/** Takes a record out of every sum; it stays on file with why. Throws decided for one that is void already. */
export async function makeVoid(
  core: Core,
  { record, id, reason }: { record: Voidable; id: string; reason: string },
): Promise<void> {
  const [table, get] = TABLES[record];
  const before = await get(core, id);
  refuseVoid(before);
  core.change.update(table, id, { voidedAt: core.now, voidReason: reason }, { version: before.version });
  await core.flush();
}

/** Throws decided. */
export function refuseVoid({ id, voidedAt }: { id: string; voidedAt: Date | null }): void {
  if (voidedAt) {
    throw new DomainError('decided', `${id} is void`, {
      say: { en: 'It is void already.', zh: '该记录已作废。' },
    });
  }
}
