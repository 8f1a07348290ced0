/** Names are asked for one by one: those of a conversation's first speakers. */
const MOST = 20;

/** What the first who speak are called; whoever cannot be asked for has no name. */
export async function namesOf(
  ids: readonly (string | undefined)[],
  ask: (id: string) => Promise<{ name: string } | undefined>,
): Promise<Map<string, string>> {
  const people = [...new Set(ids.flatMap((id) => id ?? []))].slice(0, MOST);
  const named = await Promise.all(
    people.map(async (id): Promise<[string, string][]> => {
      const name = (await ask(id).catch(() => undefined))?.name;
      return name ? [[id, name]] : [];
    }),
  );
  return new Map(named.flat());
}
