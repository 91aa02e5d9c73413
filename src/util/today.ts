/**
 * The day of the run in ISO 8601, UTC. The environment variable `OPENAI_ZDR_TODAY` puts another day in its place: to see
 * what a later day changes, and for tests.
 */
export function today(): string {
  const given = process.env['OPENAI_ZDR_TODAY'];
  return given !== undefined && DAY.test(given) ? given : new Date().toISOString().slice(0, 10);
}

const DAY = /^\d{4}-\d\d-\d\d$/;
