import type { Control, Verdict } from './types.js';

type Under = Readonly<Record<Control, Verdict>>;

/** The combinations of verdicts that occur more than once, so that rows stay readable. */
export const ELIGIBLE: Under = { zdr: 'eligible', mam: 'eligible', none: 'eligible' };
export const STORED: Under = { zdr: 'stored', mam: 'stored', none: 'stored' };
export const TEMPORARY: Under = { zdr: 'temporary', mam: 'temporary', none: 'temporary' };
export const THIRD_PARTY: Under = { zdr: 'third-party', mam: 'third-party', none: 'third-party' };
export const NO_EFFECT: Under = { zdr: 'no-effect', mam: 'no-effect', none: 'no-effect' };
export const GONE: Under = { zdr: 'gone', mam: 'gone', none: 'gone' };
export const UNADDRESSED: Under = { zdr: 'unaddressed', mam: 'unaddressed', none: 'unaddressed' };
/** Switched off by OpenAI under ZDR, kept 30 days or more otherwise. */
export const FORCED_OFF: Under = { zdr: 'forced-off', mam: 'stored', none: 'stored' };
/** Answered with an error under ZDR, kept otherwise. */
export const REFUSED: Under = { zdr: 'refused', mam: 'stored', none: 'stored' };
