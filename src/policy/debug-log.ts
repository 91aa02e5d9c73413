/** Something that makes the SDK write whole requests and answers to its log, and the versions in which it does. */
export interface DebugSwitch {
  readonly in: 'client-option' | 'environment';
  readonly name: string;
  readonly value: string;
  /** Major, minor and patch of the first version… */
  readonly from: readonly [number, number, number];
  /** …and of the first one that does not any more. */
  readonly before: readonly [number, number, number];
  /** The same for people: `5.0 to 7.18`. */
  readonly versions: string;
}

const FROM_5 = { from: [5, 0, 0], before: [7, 19, 0], versions: '5.0 to 7.18' } as const;

/** Seen by running the published versions 4.0.1 to 7.57.0; the log levels below `debug` write no bodies. */
export const debugSwitches: readonly DebugSwitch[] = [
  { in: 'client-option', name: 'logLevel', value: 'debug', ...FROM_5 },
  { in: 'environment', name: 'OPENAI_LOG', value: 'debug', ...FROM_5 },
  { in: 'environment', name: 'DEBUG', value: 'true', from: [4, 0, 0], before: [5, 0, 0], versions: '4' },
];
