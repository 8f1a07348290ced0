import type pg from 'pg';
import type { Database } from './database.ts';
import { toFailure } from './failures.ts';
import { currentSession, Session, type Statement } from './session.ts';

/** The product's own names in the database; the policies say which tables each may touch. */
export type SystemName = 'inbox' | 'identity' | 'relay' | 'schedule' | 'sealer';

export type SystemCore = {
  readonly db: Database['prisma'];
  sql<Row extends pg.QueryResultRow>(statement: Statement): Promise<Row[]>;
};

/** One transaction of the product itself, for the modules that the wall test lists and no others. */
export async function asSystem<Result>(
  database: Database,
  name: SystemName,
  run: (core: SystemCore) => Promise<Result>,
): Promise<Result> {
  const session = new Session(database.pool, {
    name: 'begin-system',
    text: 'SELECT parley_begin_system($1)',
    values: [name],
  });
  try {
    const result = await currentSession.run(session, () =>
      run({ db: database.prisma, sql: (statement) => session.rows(statement) }),
    );
    await session.commit();
    return result;
  } catch (error) {
    await session.rollback();
    throw toFailure(error);
  }
}
