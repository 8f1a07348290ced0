/** So many answers are kept; then they are worked out anew. */
const MOST = 1_000;

/** A pure function of texts that gives the same answers again and again: days are asked for by everybody, all day long. */
export function remembered<Texts extends readonly string[], Answer>(
  work: (...texts: Texts) => Answer,
): (...texts: Texts) => Answer {
  const answers = new Map<string, Answer>();
  return (...texts) => {
    const key = texts.join('\n');
    const known = answers.get(key);
    if (known !== undefined) {
      return known;
    }
    const answer = work(...texts);
    if (answers.size >= MOST) {
      answers.clear();
    }
    answers.set(key, answer);
    return answer;
  };
}
