// Node 20 reads no TypeScript: the thread that draws needs the loader of development. Not part of what is built.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
