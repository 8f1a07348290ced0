/** An amount, a count, a share, or that there is none. */
const FIGURE = /^(?:[+−-]?\p{Sc}?\d[\d,.]*%?|[–—]?)$/u;

/** Which columns hold figures and nothing else: those stand right, so that they compare at a glance. */
export function figureColumns(width: number, rows: readonly (readonly string[])[]): boolean[] {
  return Array.from({ length: width }, (_, at) => {
    const cells = rows.map((row) => row[at]?.trim() ?? '');
    return cells.every((cell) => FIGURE.test(cell)) && cells.some((cell) => /\d/.test(cell));
  });
}
