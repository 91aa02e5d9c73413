import { clientOptionNames, requestOptionNames } from './client-names.js';
import { delegations } from './delegation.js';
import { methodFacts, type MethodFacts, type VersionFacts } from './facts.js';
import { legacyFacts } from './legacy.js';
import { declaredClient } from './methods.js';
import type { SdkPackage } from './packages.js';
import { prober } from './probe.js';
import { openSource } from './source.js';

/** Reads one installed version. */
export function versionFacts(sdk: SdkPackage): Promise<VersionFacts> {
  return sdk.major < 4 ? legacyFacts(sdk) : resourceFacts(sdk);
}

async function resourceFacts(sdk: SdkPackage): Promise<VersionFacts> {
  const source = openSource(sdk);
  const client = declaredClient(source);
  const delegation = delegations(source, client.methods);
  const probe = prober(sdk);

  const own = new Map<string, MethodFacts>();
  for (const { name, parameters } of client.methods) {
    // What a sending method calls besides (callbacks of the agents API) is not its request.
    const sent = delegation.get(name)?.sends ? await probe(name, parameters) : undefined;
    if (delegation.get(name)?.sends && !sent) throw new Error(`${sdk.version}: ${name} sent nothing`);
    own.set(name, methodFacts(name, sent ? [sent.call] : [], parameters, sent?.query ?? []));
  }

  /** Helpers have the calls of the methods that they use, and of the ones that these use. */
  function callsOf(name: string, callers: readonly string[] = []): string[] {
    const calls = own.get(name)!.calls;
    if (calls.length > 0) return [...calls];
    const used = delegation.get(name)!.calls.filter((callee) => !callers.includes(callee));
    return [...new Set(used.flatMap((callee) => callsOf(callee, [...callers, name])))];
  }

  return {
    version: sdk.version,
    major: sdk.major,
    methods: [...own.values()].filter(isWanted).map((facts) => ({ ...facts, calls: callsOf(facts.name) })),
    resources: client.resources,
    clientOptions: clientOptionNames(source),
    requestOptions: requestOptionNames(source),
  };
}

/** The API for administrators handles no content; only its retention settings matter here. */
function isWanted({ name }: { readonly name: string }): boolean {
  return !name.startsWith('admin.') || name.includes('.dataRetention.');
}
