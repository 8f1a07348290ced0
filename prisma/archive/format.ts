// A backup is one gzip stream: a line of JSON (the manifest), then for each table a line of JSON and its rows in
// PostgreSQL's COPY text format, ended by a line "\.", and a line of JSON (the trailer); behind it, where there are any to take, what people sent. COPY's text reads the
// same in every major version, and never holds a line "\." of its own.
import { z } from 'zod';

export const FORMAT = 'parley-backup';
export const END_OF_ROWS = '\\.\n';

const migration = z.object({ name: z.string(), checksum: z.string() });
const table = z.object({ name: z.string(), columns: z.array(z.string()) });
const sequence = z.object({ name: z.string(), lastValue: z.string().nullable() });

export const manifest = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  madeAt: z.string(),
  app: z.string(),
  postgres: z.string(),
  migrations: z.array(migration),
  tables: z.array(table),
  /** Stored files stand behind the rows. */
  files: z.literal(true).optional(),
  key: z.object({ fingerprint: z.string(), value: z.string().optional() }).optional(),
});

export const tableLine = z.object({ table: z.string() });

/** A key of our own making, so that none leads out of its folder; null after the last file. */
export const fileLine = z.object({
  file: z
    .string()
    .regex(/^[\w-]+(?:\/[\w-]+)*$/)
    .nullable(),
});
export const pieceLine = z.object({
  bytes: z
    .int()
    .min(0)
    .max(16 * 1024 * 1024),
});

// Sequences come last: read after the rows, they are never behind them.
export const trailer = z.object({
  rows: z.record(z.string(), z.number()),
  sequences: z.array(sequence),
});

export type Manifest = z.infer<typeof manifest>;
export type Trailer = z.infer<typeof trailer>;
export type Table = z.infer<typeof table>;
export type Sequence = z.infer<typeof sequence>;
