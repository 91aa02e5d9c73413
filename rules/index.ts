// Generated from the files beside it by "npm run rules".
import allowedHosts from './allowed-hosts.js';
import noAudioOutput from './no-audio-output.js';
import noBackground from './no-background.js';
import noFalseZdrClaim from './no-false-zdr-claim.js';
import noFileUpload from './no-file-upload.js';
import noHostedContainers from './no-hosted-containers.js';
import noHostedTools from './no-hosted-tools.js';
import noIneffectiveControl from './no-ineffective-control.js';
import noInventedParameters from './no-invented-parameters.js';
import noMisusedAwait from './no-misused-await.js';
import noNonZdrEndpoint from './no-non-zdr-endpoint.js';
import noNonZdrModel from './no-non-zdr-model.js';
import noPromptCacheRetention from './no-prompt-cache-retention.js';
import noRetentionDowngrade from './no-retention-downgrade.js';
import noSdkDebugLogging from './no-sdk-debug-logging.js';
import noServerState from './no-server-state.js';
import noStore from './no-store.js';
import noStoredFileInput from './no-stored-file-input.js';
import noThirdPartyLogging from './no-third-party-logging.js';
import noThirdPartyTools from './no-third-party-tools.js';
import noTraceExport from './no-trace-export.js';
import noUnprovenRequest from './no-unproven-request.js';
import requireStoreFalse from './require-store-false.js';
import type { Rule } from '../src/plugin/create-rule.js';

/** Every rule by its name. */
export const rules: Readonly<Record<string, Rule>> = {
  'allowed-hosts': allowedHosts,
  'no-audio-output': noAudioOutput,
  'no-background': noBackground,
  'no-false-zdr-claim': noFalseZdrClaim,
  'no-file-upload': noFileUpload,
  'no-hosted-containers': noHostedContainers,
  'no-hosted-tools': noHostedTools,
  'no-ineffective-control': noIneffectiveControl,
  'no-invented-parameters': noInventedParameters,
  'no-misused-await': noMisusedAwait,
  'no-non-zdr-endpoint': noNonZdrEndpoint,
  'no-non-zdr-model': noNonZdrModel,
  'no-prompt-cache-retention': noPromptCacheRetention,
  'no-retention-downgrade': noRetentionDowngrade,
  'no-sdk-debug-logging': noSdkDebugLogging,
  'no-server-state': noServerState,
  'no-store': noStore,
  'no-stored-file-input': noStoredFileInput,
  'no-third-party-logging': noThirdPartyLogging,
  'no-third-party-tools': noThirdPartyTools,
  'no-trace-export': noTraceExport,
  'no-unproven-request': noUnprovenRequest,
  'require-store-false': requireStoreFalse,
};
