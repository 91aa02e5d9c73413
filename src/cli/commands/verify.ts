import { AdminReader, controlOf, type Exchange, type Found } from '../admin-api.js';
import type { Control } from '../../policy/index.js';
import { writeWhole } from '../files.js';
import type { Context, ExitCode } from './command.js';
import { probe, type ProbeResult } from './probe.js';

export interface VerifyOptions {
  readonly require: 'zdr' | 'mam';
  /** Ids of projects; none for all of the organization. */
  readonly projects: readonly string[];
  readonly evidence: string | null;
  readonly probe: boolean;
  readonly model: string;
  readonly base: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/** What was found out of a project. */
interface Verified {
  readonly id: string;
  readonly name: string | null;
  /** As the Admin API says it. */
  readonly setting: string | null;
  /** The control in force; `null` where it is not known. */
  readonly control: Control | null;
  readonly problem: string | null;
}

/** Controls that are at least what is required. */
const ENOUGH: Readonly<Record<'zdr' | 'mam', readonly Control[]>> = { zdr: ['zdr'], mam: ['zdr', 'mam'] };

const NAMES: Readonly<Record<Control, string>> = {
  zdr: 'Zero Data Retention',
  mam: 'Modified Abuse Monitoring',
  none: 'none',
};

/**
 * Finds out which control is in force.
 *
 * @returns 0 if every project that was asked about has the required one, 1 if one has not, 2 if it could not be found out
 */
export async function verify(options: VerifyOptions, context: Context): Promise<ExitCode> {
  return options.probe ? verifyByProbe(options, context) : verifyByAdminApi(options, context);
}

async function verifyByAdminApi(
  options: VerifyOptions,
  { env, stdout, stderr, cwd, version }: Context,
): Promise<ExitCode> {
  const key = env['OPENAI_ADMIN_KEY'];
  if (!key) {
    stderr(
      'OPENAI_ADMIN_KEY is not set. It has to be an Admin API key, which an owner of the organization makes.\n',
    );
    return 2;
  }
  const api = new AdminReader({ base: options.base, key, timeout: options.timeout });
  const organization = await api.organizationRetention();
  const listed: Found<readonly { id: string; name: string | null }[]> =
    options.projects.length > 0
      ? { value: options.projects.map((id) => ({ id, name: null })) }
      : await api.projects();
  if ('problem' in listed) {
    stderr(`Cannot find out which projects there are: ${listed.problem}.\n`);
    await writeEvidence(options, cwd, version, api.exchanges, { projects: [], isProven: false });
    return 2;
  }
  const found: Verified[] = [];
  for (const { id, name } of listed.value)
    found.push({ id, name, ...inForce(await api.projectRetention(id), organization) });

  for (const project of found) stdout(`${lineOf(project, options.require)}\n`);
  const code = exitCodeOf(found, options.require);
  stderr(`${outcomeOf(found, code, options.require)}\n`);
  await writeEvidence(options, cwd, version, api.exchanges, { projects: found, isProven: code === 0 });
  return code;
}

/** The control in force in a project: its own, or that of the organization. */
function inForce(
  project: Found<string>,
  organization: Found<string>,
): Pick<Verified, 'setting' | 'control' | 'problem'> {
  if ('problem' in project) return { setting: null, control: null, problem: project.problem };
  const setting = project.value;
  if (setting !== 'organization_default') {
    const control = controlOf(setting);
    return { setting, control, problem: control ? null : `"${setting}" is a value that is not known` };
  }
  if ('problem' in organization) return { setting, control: null, problem: organization.problem };
  const control = controlOf(organization.value);
  return {
    setting: `${setting} (${organization.value})`,
    control,
    problem: control ? null : `"${organization.value}" is a value that is not known`,
  };
}

function exitCodeOf(found: readonly Verified[], required: 'zdr' | 'mam'): ExitCode {
  if (found.some(({ control }) => control !== null && !ENOUGH[required].includes(control))) return 1;
  return found.length === 0 || found.some(({ control }) => control === null) ? 2 : 0;
}

function outcomeOf(found: readonly Verified[], code: ExitCode, required: 'zdr' | 'mam'): string {
  if (found.length === 0) return 'There is no project.';
  const whose = { 0: 'Every project', 1: 'Not every project', 2: 'Not proven that every project' }[code];
  const what = required === 'zdr' ? NAMES.zdr : `${NAMES.mam} or ${NAMES.zdr}`;
  return `${whose} has ${what}.`;
}

function lineOf({ id, name, setting, control, problem }: Verified, required: 'zdr' | 'mam'): string {
  const what = name === null ? id : `${id} (${name})`;
  if (control === null) return `? ${what}: not proven, ${problem}`;
  const isEnough = ENOUGH[required].includes(control);
  return `${isEnough ? '✓' : '✗'} ${what}: ${NAMES[control]}, set as ${setting}`;
}

async function verifyByProbe(
  options: VerifyOptions,
  { env, stdout, stderr, cwd, version }: Context,
): Promise<ExitCode> {
  const key = env['OPENAI_API_KEY'];
  if (!key) {
    stderr('OPENAI_API_KEY is not set. The probe sends one request with it.\n');
    return 2;
  }
  const { base, model, timeout } = options;
  const result = await probe({ base, key, model, timeout });
  (result.stored === null ? stderr : stdout)(`${sentenceOf(result)}\n`);
  await writeEvidence(options, cwd, version, result.exchanges, {
    stored: result.stored,
    problem: result.problem,
  });
  return result.stored === null ? 2 : result.stored ? 1 : 0;
}

function sentenceOf({ stored, problem }: ProbeResult): string {
  if (stored === null) return `Not found out: ${problem}.`;
  if (!stored)
    return '✓ Not stored: the response that asked for storage cannot be read back (404). This says nothing of the logs for abuse monitoring.';
  return `✗ Stored: the response could be read back, so the project of this key has no Zero Data Retention.${problem === null ? ' It was deleted.' : ` It could not be deleted: ${problem}.`}`;
}

/** What was asked and answered, and when, for an auditor. Holds no key. */
async function writeEvidence(
  { evidence, require, base }: VerifyOptions,
  cwd: string,
  version: string,
  exchanges: readonly Exchange[],
  result: object,
): Promise<void> {
  if (evidence === null) return;
  const content = { tool: `eslint-plugin-openai-zdr ${version}`, base, required: require, exchanges, result };
  await writeWhole(evidence, cwd, `${JSON.stringify(content, null, 2)}\n`);
}
