// Generated from the files beside it by "npm run rules".
import noFileUpload from './no-file-upload.js';
import noIneffectiveControl from './no-ineffective-control.js';
import noInventedParameters from './no-invented-parameters.js';
import noNonZdrEndpoint from './no-non-zdr-endpoint.js';
import noStore from './no-store.js';
import requireStoreFalse from './require-store-false.js';
import type { Rule } from '../src/create-rule.js';

/** Every rule by its name. */
export const rules: Readonly<Record<string, Rule>> = {
  'no-file-upload': noFileUpload,
  'no-ineffective-control': noIneffectiveControl,
  'no-invented-parameters': noInventedParameters,
  'no-non-zdr-endpoint': noNonZdrEndpoint,
  'no-store': noStore,
  'require-store-false': requireStoreFalse,
};
