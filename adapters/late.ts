/** Comes after `ms`, unless it is cleared before. */
export function lateAfter(ms: number): { comes: Promise<'late'>; clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  const comes = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late');
  });
  return { comes, clear: () => clearTimeout(timer) };
}
