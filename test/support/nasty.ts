// What nobody should type and somebody will.

export type Nasty = {
  name: string;
  text: string;
};

/** A family of four is one character to whoever types it, and eleven to a machine. */
const FAMILY = '👨‍👩‍👧‍👦';
const LONG = 10_000;

export const NASTY: readonly Nasty[] = [
  { name: '10 000 characters', text: '华'.repeat(LONG) },
  { name: '10 000 letters and spaces', text: 'ab '.repeat(LONG / 3) },
  { name: 'families', text: FAMILY.repeat(20) },
  { name: 'right to left', text: 'شركة النور 12 שלום' },
  { name: 'bidi controls', text: 'abc\u202edef\u2066ghi\u2069\u200f' },
  { name: 'NUL and other controls', text: 'a\u0000b\u0007c\u001bd\u007f' },
  { name: 'half a character', text: 'x\ud83dy\udc00z' },
  { name: 'only spaces', text: ' \t\u3000\u00a0 ' },
  { name: 'only what is not seen', text: '\u200b\u200d\ufeff' },
  { name: 'a word of command', text: '撤销' },
  { name: 'a word of command in English', text: 'help' },
  { name: 'an option', text: '--customer x --note' },
  { name: 'quotes', text: `"it's" “quoted” \\" \\\\ '` },
  { name: 'SQL', text: `'; DROP TABLE customers; -- $1 %s` },
  { name: 'markup of Slack', text: '<!channel> <@U1> *b* `c` &lt;x&gt;' },
  { name: 'markup of Feishu', text: '<at id=all></at> **b** <font color=red>x</font>' },
  { name: 'markup of Teams', text: '@everyone <at>x</at> {{DATE(2020)}} ![x](data:x)' },
  { name: 'a link that runs', text: '[x](javascript:alert(1)) <script>alert(1)</script>' },
  { name: 'a placeholder', text: '{name} $x {{y}} %d' },
  { name: 'words of a prototype', text: '__proto__' },
  { name: 'new lines', text: 'one\ntwo\r\nthree\n\n- four' },
  { name: 'signs of our own', text: 'a\ue000b\ue300c' },
  { name: 'a dash', text: '-' },
  { name: 'a plus', text: '+' },
];
