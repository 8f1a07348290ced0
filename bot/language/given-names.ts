/** What people are called by first: enough to tell Sue Park from the company she is at, where nothing else does. */
const GIVEN = new Set(
  (
    'aaron abby abigail adam adrian aidan alan albert alex alexander alexandra alice alicia alison allan amanda amelia amy andrea andrew angela anita ann anna anne annie anthony antonio arthur ashley ' +
    'barbara barry becky ben benjamin bernard beth bill bob brad bradley brenda brendan brian bridget bruce bryan callum cameron carl carla carlos carol caroline catherine cathy charles charlie charlotte cheryl chloe chris christian christina christine christopher cindy claire claudia colin connor craig ' +
    'dan daniel danny darren dave david dawn dean debbie deborah declan denise dennis derek diana diane donald donna dorothy doug douglas duncan ed eddie edward eileen elaine eleanor elena elizabeth ella ellen emily emma eric erica erin ethan eva evan evelyn ' +
    'fiona frances frank fred gareth gary gavin geoff george georgia gerald gina glen glenn gordon graham greg gwen hannah harriet harry hazel heather helen henry holly howard hugh ian isaac isabel isla jack jackie jacob jake james jamie jan jane janet jason jay jean jeff jennifer jenny jeremy jerry jess jessica jill jim jo joan joanna joe joel john jon jonathan jordan jose joseph josh joshua joyce juan judith judy julia julian julie justin ' +
    'karen karl kate katherine kathleen kathy katie keith kelly ken kenneth kerry kevin kim kirsty kyle laura lauren laurence lee leo leon lewis liam lily linda lindsay lisa liz logan louis louise lucas lucy luis luke lydia lynn maggie marc marcus margaret maria marie marion mark martha martin mary mason matt matthew maureen max megan melanie melissa mia michael michelle miguel mike mitchell mohammed molly monica nadia nancy naomi natalie natasha nathan neil nicholas nick nicola nicole nigel noah nora norman ' +
    'oliver olivia omar oscar owen pam pamela pat patricia patrick paul paula pedro peggy peter phil philip phillip phoebe priya rachel raj ralph ray raymond rebecca richard rick rob robert robin rod roger ron ronald rosie ross roy ruby russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean shane shannon sharon shaun sheila simon sofia sonia sophia sophie stacey stan stella stephanie stephen steve steven stuart sue susan suzanne sylvia ' +
    'tania tanya tara ted teresa terry theresa tim timothy tina todd tom tommy tony tracey tracy trevor tyler valerie vanessa vera veronica vicky victoria vincent wayne wendy will william yvonne zac zach zoe'
  ).split(' '),
);

/** Rob Finch, and no company called Rob. */
export function isGivenName(words: string): boolean {
  const [given = '', family] = words.split(' ');
  return family !== undefined && isGivenWord(given.toLowerCase());
}

/** One word, in small letters. */
export const isGivenWord = (word: string): boolean => GIVEN.has(word);
