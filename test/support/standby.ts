// Parley with everything loaded, which starts when it is told: a kill is then followed by a start and not by a wait.
import '../../adapters/slack/index.ts';
import '../../jobs/main/compose.ts';

process.stdin.once('data', () => {
  process.stdin.destroy();
  void import('../../jobs/main.ts');
});
