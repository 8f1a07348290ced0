import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../prisma/generated/client.ts';
import { SessionPool } from './session.ts';

/**
 * Prisma's models, for every database of this process: a statement goes to the transaction its caller is in, so they
 * belong to none; and what Prisma compiles for a query, fifty milliseconds for the first, is compiled once.
 */
export const models = new PrismaClient({ adapter: new PrismaPg(new SessionPool({ max: 1 })) });
