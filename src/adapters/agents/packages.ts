import { importedPackage } from '../shared/packages.js';

/** The packages of the Agents SDK, which re-export each other. */
export type AgentsPackage = 'main' | 'core' | 'openai' | 'realtime' | 'extensions' | 'testing';

const PACKAGES: Readonly<Record<string, AgentsPackage>> = {
  '@openai/agents': 'main',
  '@openai/agents-core': 'core',
  '@openai/agents-openai': 'openai',
  '@openai/agents-realtime': 'realtime',
  '@openai/agents-extensions': 'extensions',
};

/** Which package of the Agents SDK an import means; `null` for others. */
export function agentsPackage(specifier: string): AgentsPackage | null {
  const imported = importedPackage(specifier);
  const found = imported && Object.hasOwn(PACKAGES, imported.name) ? PACKAGES[imported.name]! : null;
  if (found && /(?:^|\/)testing$/.test(imported!.subpath)) return 'testing';
  return found === 'main' && imported?.subpath === 'realtime' ? 'realtime' : found;
}
