import type { PrismaClient } from '../../prisma/generated/client.ts';

type Model = {
  [Name in keyof PrismaClient]: PrismaClient[Name] extends { findMany: unknown } ? Name : never;
}[keyof PrismaClient];

type Reading = 'findMany' | 'findFirst' | 'count' | 'aggregate' | 'groupBy';

/**
 * Prisma, for reading in one's own transaction. Writes go through the change set, which audits them;
 * findUnique is left out because Prisma merges calls of one tick, whoever they belong to, into one statement.
 */
export type Reads = { readonly [Name in Model]: Pick<PrismaClient[Name], Reading & keyof PrismaClient[Name]> };
