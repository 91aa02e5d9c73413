/** What the days of the calendar do to rows: some end, and all have to be looked at again. */
import type { PolicyRow } from './types.js';
import { GONE } from './under.js';

/** After so many days without a look at its sources, a row says so. */
const DAYS_BETWEEN_REVIEWS = 180;

/** What a row says on a day. */
export function rowOn<Row extends PolicyRow>(row: Row, day: string): Row {
  if (!row.goneFrom || day < row.goneFrom.day) return row;
  const { goneFrom, otherwise: _before, ...rest } = row;
  const { keeps, remedy, owner = row.owner } = goneFrom;
  return { ...rest, under: GONE, keeps, remedy, owner } as unknown as Row;
}

/** The day by which the sources of a row have to be looked at again; `null` for what is gone and stays so. */
export function reviewDay(row: PolicyRow): string | null {
  if (row.under === GONE) return null;
  if (row.reviewBy !== undefined) return row.reviewBy;
  const day = new Date(`${firstDay(row.asOf)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + DAYS_BETWEEN_REVIEWS);
  return day.toISOString().slice(0, 10);
}

/** Is it time to look at the sources of a row again? */
export function isDue(row: PolicyRow, day: string): boolean {
  const by = reviewDay(rowOn(row, day));
  return by !== null && by < day;
}

/** The date that messages show: `2026-10`, or `2026-10, not reviewed for 8 months`. */
export function shownDate(row: PolicyRow, day: string): string {
  if (!isDue(row, day)) return row.asOf;
  const months = Math.floor(
    (Date.parse(day) - Date.parse(firstDay(row.asOf))) / (1000 * 60 * 60 * 24 * DAYS_IN_A_MONTH),
  );
  return `${row.asOf}, not reviewed for ${months} month${months === 1 ? '' : 's'}`;
}

const DAYS_IN_A_MONTH = 30.44;

/** `2026-10-01` for `2026-10`. */
function firstDay(date: string): string {
  return date.length === '2026-10'.length ? `${date}-01` : date;
}
