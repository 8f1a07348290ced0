/** SQL: a name that begins with the words in $1, or holds them at the beginning of a word. */
export const calledSo = (name: string): string =>
  `(starts_with(lower(${name}), lower($1)) OR position(' ' || lower($1) IN lower(${name})) > 0)`;
