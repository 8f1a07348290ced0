/** What of a payment goes to an invoice. */
export type Share = { id: string; number: string; minor: bigint; left: bigint };

export type Payable = { id: string; number: string; open: bigint };

/**
 * Where a payment goes: to the invoice it names, then to the others in the order given (the oldest first); `over` is more than
 * was open. Says beforehand what `BALANCES` will say afterwards.
 */
export function spread(minor: bigint, invoices: readonly Payable[], named?: string): { shares: Share[]; over: bigint } {
  const inOrder = [...invoices.filter(({ id }) => id === named), ...invoices.filter(({ id }) => id !== named)];
  const shares: Share[] = [];
  let over = minor;
  for (const { id, number, open } of inOrder) {
    const isPaid = over >= open;
    const share = isPaid ? open : over;
    if (share > 0n) {
      shares.push({ id, number, minor: share, left: open - share });
      over -= share;
    }
  }
  return { shares, over };
}
