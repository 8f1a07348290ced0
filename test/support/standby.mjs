// Parley with everything loaded, which starts when it is told: a kill is then followed by a start and not by a wait.
// Its arguments: the folder of its layers, and how a file there ends.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', ending = ''] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(path.join(folder, `${name}${ending}`)).href);

await Promise.all([load('adapters/slack/index'), load('jobs/main/compose')]);
process.stdin.once('data', () => {
  process.stdin.destroy();
  void load('jobs/main');
});
