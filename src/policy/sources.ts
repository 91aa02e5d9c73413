/**
 * Where the facts come from: public pages, and the published `openai` package with its doc comments and change log.
 *
 * The table of `YOUR_DATA` was last read in full in October 2026. A row's date is the day (or month) of its newest
 * source.
 */
const DOCS = 'https://developers.openai.com/api/docs';

export const PACKAGE = 'npm:openai@7.57.0';
export const OPENAPI = 'https://github.com/openai/openai-openapi';

export const YOUR_DATA = `${DOCS}/guides/your-data`;
export const ADMIN_APIS = `${DOCS}/guides/admin-apis`;
export const AGENTS_API = `${DOCS}/guides/agents-api/overview`;
export const AGENTS_OBSERVABILITY = `${DOCS}/guides/agents/integrations-observability`;
export const BACKGROUND = `${DOCS}/guides/background`;
export const BATCH = `${DOCS}/guides/batch`;
export const BEDROCK = `${DOCS}/guides/amazon-bedrock`;
export const CACHE_DIAGNOSTICS = `${DOCS}/guides/prompt-caching/diagnostics`;
export const CHANGELOG = `${DOCS}/changelog`;
export const CODE_INTERPRETER = `${DOCS}/guides/tools-code-interpreter`;
export const COMPACTION = `${DOCS}/guides/compaction`;
export const CONNECTORS_MCP = `${DOCS}/guides/tools-connectors-mcp`;
export const CONTENT_PROVENANCE = `${DOCS}/guides/content-provenance`;
export const CONVERSATION_STATE = `${DOCS}/guides/conversation-state`;
export const CYBERSECURITY = `${DOCS}/guides/safety-checks/cybersecurity`;
export const DATA_RESIDENCY = `${DOCS}/guides/data-residency`;
export const DECISIONS = `${DOCS}/guides/decisions`;
export const DEEP_RESEARCH = `${DOCS}/guides/deep-research`;
export const DEPRECATIONS = `${DOCS}/deprecations`;
export const FUNCTION_CALLING = `${DOCS}/guides/function-calling`;
export const IMAGE_GENERATION = `${DOCS}/guides/tools-image-generation`;
export const LATEST_MODEL = `${DOCS}/guides/latest-model`;
export const MIGRATE_TO_RESPONSES = `${DOCS}/guides/migrate-to-responses`;
export const MISALIGNMENT = `${DOCS}/guides/safety-checks/misalignment-monitoring`;
export const PRIVATE_SAFETY = `${DOCS}/guides/private-safety-processing`;
export const PROGRAMMATIC_TOOLS = `${DOCS}/guides/tools-programmatic-tool-calling`;
export const PROMPT_CACHING = `${DOCS}/guides/prompt-caching`;
export const PROMPT_OBJECT = `${DOCS}/guides/prompting/migrate-from-prompt-object`;
export const REASONING = `${DOCS}/guides/reasoning`;
export const SHELL = `${DOCS}/guides/tools-shell`;
export const SKILLS = `${DOCS}/guides/tools-skills`;
export const WEBSOCKET = `${DOCS}/guides/websocket-mode`;
export const WEB_SEARCH = `${DOCS}/guides/tools-web-search`;

export const BACKGROUND_ZH = 'https://www.w3cschool.cn/openai_api/openai_api-docs-background.html';
export const DATA_RETENTION_REFERENCE =
  'https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/data_retention/methods/retrieve';
export const AGENTS_TRACING = 'https://openai.github.io/openai-agents-js/guides/tracing';
export const TRACING_403 = 'https://github.com/openai/openai-agents-js/issues/191';
export const CONVERSATION_400 = 'https://github.com/amarula/reviewai-gerrit-plugin/issues/11';
export const PREVIOUS_RESPONSE_400 = 'https://github.com/can1357/oh-my-pi/issues/2341';
export const PREVIOUS_RESPONSE_400_NEWEST = 'https://github.com/openclaw/openclaw/pull/139320';
export const ITEM_NOT_FOUND = 'https://github.com/vercel/ai/issues/7543';
export const ITEM_NOT_FOUND_NEWEST = 'https://github.com/hotovo/aider-desk/issues/955';
