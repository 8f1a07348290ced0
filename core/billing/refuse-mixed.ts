import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';

/**
 * Throws built_upon where a payment that counts would be for an invoice in another currency: nothing is converted, so none of
 * it would be paid. For what is changed without asking each by itself, as Undo does.
 */
export async function refuseMixed(core: Core, recordIds: readonly string[]): Promise<void> {
  await core.flush();
  const [mixed] = await core.sql<{ number: string; paid: string; billed: string }>({
    name: 'payments-mixed',
    text: `SELECT i.number, p.currency AS paid, i.currency AS billed FROM seen.payments p JOIN seen.invoices i ON i.id = p.invoice_id
            WHERE (p.id = ANY ($1) OR p.invoice_id = ANY ($1)) AND p.voided_at IS NULL AND p.currency <> i.currency LIMIT 1`,
    values: [recordIds],
  });
  if (mixed) {
    const { number, paid, billed } = mixed;
    throw new DomainError('built_upon', `a payment in ${paid} would be for ${number} in ${billed}`, {
      say: {
        en: `A payment in ${paid} would be for ${number} in ${billed}, and I do not convert. Change or void the payment first.`,
        zh: `撤销后${number}为${billed}，而其回款为${paid}，系统不做换算。请先修改或作废该回款。`,
      },
    });
  }
}
