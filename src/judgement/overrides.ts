import type { PolicyRow, Verdict } from '../policy/index.js';
import { matchesModel } from '../policy/index.js';
import type { OverrideSetting, Settings } from '../settings/read.js';
import { today } from '../util/today.js';

/** What the user's settings say of a row, instead of OpenAI's pages. */
export interface Override {
  readonly setting: OverrideSetting;
  readonly verdict: Verdict;
  readonly until: string | undefined;
  /** The day that it names is past: the row holds again. */
  readonly isExpired: boolean;
}

/** Overrides that some row asked about, for the list of those that nothing needs any more. */
const used = new WeakSet<OverrideSetting>();

/** The first entry of the settings that speaks of a row, in a file. */
export function overrideFor(row: PolicyRow, settings: Settings, filename: string): Override | null {
  const setting = settings.policy.find((entry) => speaksOf(entry, row) && isIn(entry, filename));
  if (!setting) return null;
  used.add(setting);
  const isExpired = setting.until !== undefined && setting.until < today();
  return { setting, verdict: setting.verdict, until: setting.until, isExpired };
}

/** Entries of the settings that no row of any file so far was looked up in. */
export function unusedOverrides(settings: Settings): readonly OverrideSetting[] {
  return settings.policy.filter((entry) => !used.has(entry));
}

function speaksOf({ kind, name }: OverrideSetting, row: PolicyRow): boolean {
  switch (row.kind) {
    case 'endpoint': {
      const path = name.replace(/^\/?v1(?=\/)/, '').replace(/^\/?/, '/');
      return (
        kind === 'endpoint' && row.endpoints.some((selector) => selector.path.replace(/\/\*\*$/, '') === path)
      );
    }
    case 'parameter':
      return kind === 'parameter' && (row.parameter === name || row.id === `parameter:${name}`);
    case 'tool':
      return kind === 'tool' && row.toolTypes.includes(name);
    case 'model':
      return kind === 'model' && row.models.some((model) => model === name || matchesModel(name, model));
    default:
      return false;
  }
}

/** Glob patterns are kept simple: `*` within a folder, `**` across folders. */
function isIn({ paths }: OverrideSetting, filename: string): boolean {
  if (paths === undefined) return true;
  const file = filename.replaceAll('\\', '/');
  return paths.some((pattern) => globOf(pattern).test(file));
}

function globOf(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replaceAll('**/', '\u0001')
    .replaceAll('**', '\u0002')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0001', '(?:.*/)?')
    .replaceAll('\u0002', '.*');
  return new RegExp(`(?:^|/)${source}$`);
}
