import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { installedSdks, type SdkPackage } from '../../scripts/catalog/packages.js';
import { allOperations } from '../../src/catalog/index.js';

/**
 * A second, cruder way to the endpoints of a version, to notice methods that the generator overlooks: every
 * call in the sources of its resources that names a path, as text.
 */
const REQUEST =
  /\b(?:_client|this)\s*\.(get|post|put|patch|delete|getAPIList)(?:<[^(]*>)?\(\s*(?:path)?[`'"]([^`'"]+)[`'"]/g;

const catalogued = new Set(
  allOperations().flatMap(({ endpoints }) => endpoints.map(({ method, path: url }) => `${method} ${url}`)),
);

function requestsIn(sdk: SdkPackage): string[] {
  const folder = path.join(sdk.directory, 'src/resources');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ts$/.test(file),
  );
  return files.flatMap((file) => requestsInText(readFileSync(path.join(folder, file), 'utf8')));
}

function requestsInText(text: string): string[] {
  return [...text.matchAll(REQUEST)].map(([, verb, url]) => {
    const template = url!.replaceAll(/\$\{[^}]*\}/g, '{}').split('?')[0]!;
    return `${verb!.toUpperCase()} ${template}`;
  });
}

/** Lists are GET, but for a few that say so in their options. */
function isCatalogued(request: string): boolean {
  const listed = ['GET', 'POST'].map((method) => request.replace('GETAPILIST', method));
  return listed.some((call) => catalogued.has(call));
}

/** The API for administrators, which the catalog leaves out. */
function isAdministration(request: string): boolean {
  return / \/(organization|projects)\//.test(request);
}

describe.each(installedSdks().filter((sdk) => sdk.major >= 4))('the sources of openai $version', (sdk) => {
  it('send no request that the catalog lacks', () => {
    const requests = requestsIn(sdk);
    expect(requests.length).toBeGreaterThan(20);
    expect(requests.filter((request) => !isCatalogued(request) && !isAdministration(request))).toEqual([]);
  });
});
