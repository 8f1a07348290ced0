/** A sentence and its pieces are a few dozen texts. */
const MOST = 64;

/** A function of a text that a hundred frames ask of the same sentence: read once, and the last texts' answers kept. */
export function kept<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) {
      return known;
    }
    if (answers.size === MOST) {
      answers.clear();
    }
    const answer = read(text);
    answers.set(text, answer);
    return answer;
  };
}
