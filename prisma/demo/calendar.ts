const DAY_MS = 86_400_000;

/** Days are ISO strings; everything in the demo company is told in working days (Monday to Friday) around today. */
export type Calendar = {
  today: string;
  /** Working days of this quarter that lie before today. */
  quarterAge: number;
  /** -1 is the last working day before today, 1 the next one after it, 0 today itself. */
  workday(offset: number): string;
  addDays(day: string, count: number): string;
  /** A literal PostgreSQL reads as the instant a clock in the organisation's zone shows that. */
  at(day: string, minuteOfDay: number): string;
};

export function calendarAround(today: string, timeZone: string): Calendar {
  const past = workdays(today, -1, 700);
  const future = workdays(today, 1, 80);
  const month = Number(today.slice(5, 7));
  const quarter = `${today.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
  return {
    today,
    quarterAge: past.filter((day) => day >= quarter).length,
    workday(offset) {
      const day = offset === 0 ? today : offset < 0 ? past[-offset - 1] : future[offset - 1];
      if (day === undefined) throw new Error(`no working day ${offset} from ${today}`);
      return day;
    },
    addDays,
    at: (day, minuteOfDay) => `${day} ${clock(minuteOfDay)} ${timeZone}`,
  };
}

/** HH:MM. */
export function clock(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

function workdays(from: string, direction: 1 | -1, count: number): string[] {
  const days: string[] = [];
  for (let day = addDays(from, direction); days.length < count; day = addDays(day, direction)) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(day);
  }
  return days;
}
