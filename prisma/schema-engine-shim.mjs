#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which is downloaded from the network: speaks the CLI's JSON-RPC on
// stdio and hands it to the WebAssembly engine. Use: PRISMA_SCHEMA_ENGINE_BINARY=prisma/schema-engine-shim.mjs npx prisma migrate …
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

const require = createRequire(import.meta.url);
const { bindMigrationAwareSqlAdapterFactory } = createRequire(require.resolve('@prisma/adapter-pg'))(
  '@prisma/driver-adapter-utils',
);

const CHAR_OID = 18;
const BPCHAR_OID = 1042;
const CHARACTER_COLUMN = 6;

const args = process.argv.slice(2);
const { url, shadowDatabaseUrl } = JSON.parse(option('--datasource') ?? '{}');

function option(name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

async function runDatabaseCommand(command) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const quoted = pg.escapeIdentifier(name);
  try {
    if (command === 'create-database') await administer(withDatabase('postgres'), `CREATE DATABASE ${quoted}`);
    else if (command === 'drop-database')
      await administer(withDatabase('postgres'), `DROP DATABASE IF EXISTS ${quoted}`);
    else await administer(url, 'SELECT 1');
    return 0;
  } catch (error) {
    const fields = { is_panic: false, error_code: error.code === '3D000' ? 'P1003' : 'P1001', message: error.message };
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`);
    return 1;
  }
}

function withDatabase(name) {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
}

async function administer(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function openEngine() {
  // Without this registry a panic would end the process with success.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: '',
    set_message(message) {
      this.message = message;
      process.exitCode = 101;
      process.stderr.write(`schema engine panic: ${message}\n`);
    },
  };
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const files = args.flatMap((arg, at) => (arg === '--datamodels' ? [args[at + 1]] : []));
  const datamodels = files.map((file) => [file, readFileSync(file, 'utf8')]);
  const factory = new Factory({ connectionString: url ?? 'postgresql://nobody@127.0.0.1:1/none' });
  return glue.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

class Factory extends PrismaPg {
  async connect() {
    return readCatalogChars(await super.connect());
  }

  /** `migrate dev` replays all migrations on a scratch database. */
  async connectToShadowDb() {
    if (shadowDatabaseUrl) return new Factory({ connectionString: shadowDatabaseUrl }).connect();
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await administer(url, `CREATE DATABASE "${name}"`);
    const connection = await new Factory({ connectionString: withDatabase(name) }).connect();
    const dispose = connection.dispose.bind(connection);
    connection.dispose = async () => {
      await dispose();
      await administer(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    };
    return connection;
  }
}

/** The adapter refuses the catalog's internal "char" type; the engine wants it as a character column. */
function readCatalogChars(connection) {
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  const startTransaction = connection.startTransaction?.bind(connection);
  let charColumns = [];
  connection.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = result.fields?.flatMap((field, at) => (field.dataTypeID === CHAR_OID ? [at] : [])) ?? [];
    for (const at of charColumns) result.fields[at].dataTypeID = BPCHAR_OID;
    return result;
  };
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const at of charColumns) result.columnTypes[at] = CHARACTER_COLUMN;
    return result;
  };
  if (startTransaction) {
    connection.startTransaction = async (...options) => readCatalogChars(await startTransaction(...options));
  }
  return connection;
}

// To the CLI an engine that died is an engine that had nothing to do, so whatever fails is answered, also at the start.
function serve(engine) {
  engine.catch(() => undefined);
  let printed = 0;
  let turn = Promise.resolve();
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

  async function answer({ id, method, params }) {
    try {
      const result = await (await engine)[method === 'getDatabaseVersion' ? 'version' : method](params ?? {});
      // The native engine prints a diff by asking the CLI to.
      if (method === 'diff' && result?.stdout != null) {
        send({ id: `print-${printed++}`, method: 'print', params: { content: result.stdout } });
      }
      send({ id, result: result ?? null });
    } catch (error) {
      const message = globalThis.PRISMA_WASM_PANIC_REGISTRY.message || error.message;
      const data = { is_panic: false, message, meta: error.meta ?? null, error_code: error.code ?? 'P0000' };
      send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
    }
  }

  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const message = line.trim() === '' ? {} : JSON.parse(line);
    // Answers to our own print requests have no method.
    if (message.method) turn = turn.then(() => answer(message));
  });
  lines.on('close', () => turn.finally(() => process.exit()));
}

if (args.includes('cli')) process.exit(await runDatabaseCommand(args[args.indexOf('cli') + 1]));
serve(openEngine());
