/** Comes after `ms`, unless it is cleared before. */
export function lateAfter(ms: number): { comes: Promise<'late'>; clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  const comes = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late');
  });
  return { comes, clear: () => clearTimeout(timer) };
}

/** Whether a promise has come to anything, good or bad, before `ms` are over. */
export async function settlesWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const late = lateAfter(ms);
  const settled = promise.then(
    () => true,
    () => true,
  );
  return (await Promise.race([settled, late.comes]).finally(late.clear)) === true;
}
