import { onDemand } from '../../util/lazy-require.js';
import type { ParsedFile } from '../parsed-file.js';
import { noqaIn } from './noqa.js';
import { parsePython } from './parse.js';

const kit = onDemand<typeof import('@eslint/plugin-kit')>('@eslint/plugin-kit');

/** `eslint-disable-next-line no-store -- reason` and its like, behind `#`. */
const DIRECTIVE = /^\s*eslint(?:-enable|-disable(?:-next)?(?:-line)?)?(?:\s|$)/;

interface LanguageFile {
  readonly body: string | Uint8Array;
}

/**
 * What ESLint asks of a source code object, made when the first Python file is read: the package that it is built on
 * costs time to load.
 */
const sourceCodeClass = once(() => {
  const { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } = kit();
  const comments = new ConfigCommentParser();

  return class PythonSourceCode extends TextSourceCodeBase {
    readonly scopeManager: ParsedFile['scopeManager'];
    readonly visitorKeys: ParsedFile['visitorKeys'];
    readonly parserServices = {};
    readonly hasBOM = false;
    readonly tokensAndComments: readonly never[] = [];

    constructor(
      text: string,
      readonly parsed: ParsedFile,
    ) {
      super({ text, ast: parsed.ast as never });
      this.scopeManager = parsed.scopeManager;
      this.visitorKeys = parsed.visitorKeys;
    }

    getAllComments() {
      return this.parsed.comments;
    }

    override getLoc(node: never) {
      return (node as { loc: never }).loc;
    }

    override getRange(node: never) {
      return (node as { range: never }).range;
    }

    override getParent(node: never) {
      return (node as { parent: undefined }).parent;
    }

    getInlineConfigNodes() {
      return this.parsed.comments.filter(({ value }) => DIRECTIVE.test(value) || noqaIn(value) !== null);
    }

    getDisableDirectives() {
      const directives = this.getInlineConfigNodes().flatMap((node) => {
        const noqa = noqaIn(node.value);
        if (noqa) {
          // What ESLint takes out where nothing needs it: codes of other tools stay.
          const [start] = node.range;
          const range = noqa.own?.map((at) => start + 1 + at) ?? node.range;
          return [
            new Directive({
              type: 'disable-line',
              node: { ...node, range },
              value: noqa.rules,
              justification: noqa.reason,
            }),
          ];
        }
        const { label, value = '', justification = '' } = comments.parseDirective(node.value.trim()) ?? {};
        const type = /^eslint-((?:disable|enable)(?:-(?:next-)?line)?)$/.exec(label ?? '')?.[1];
        if (type === undefined) return [];
        return [new Directive({ type: type as 'disable', node, value, justification })];
      });
      return { problems: [], directives };
    }

    applyInlineConfig() {
      const configs: object[] = [];
      const problems: object[] = [];
      for (const { value, loc } of this.getInlineConfigNodes()) {
        const directive = comments.parseDirective(value.trim());
        if (directive?.label !== 'eslint') continue;
        const result = comments.parseJSONLikeConfig(directive.value);
        if (result.ok) configs.push({ config: { rules: result.config }, loc });
        else problems.push({ ruleId: null, message: result.error.message, loc });
      }
      return { configs, problems };
    }

    /** Our rules report from the program. */
    override *traverse(): Generator<InstanceType<typeof VisitNodeStep>> {
      const target = this.parsed.ast;
      yield new VisitNodeStep({ target, phase: 1, args: [target, null] });
      yield new VisitNodeStep({ target, phase: 2, args: [target, null] });
    }

    // Rules for JavaScript, turned on by a config without `files`, find a program without names and tokens.

    getScope() {
      return EMPTY_SCOPE;
    }
    getDeclaredVariables() {
      return [];
    }
    getTokens() {
      return [];
    }
    getFirstTokens() {
      return [];
    }
    getLastTokens() {
      return [];
    }
    getTokensBefore() {
      return [];
    }
    getTokensAfter() {
      return [];
    }
    getTokensBetween() {
      return [];
    }
    getFirstToken() {
      return null;
    }
    getLastToken() {
      return null;
    }
    getTokenBefore() {
      return null;
    }
    getTokenAfter() {
      return null;
    }
    getTokenByRangeStart() {
      return null;
    }
    getNodeByRangeIndex() {
      return null;
    }
    getCommentsBefore() {
      return [];
    }
    getCommentsAfter() {
      return [];
    }
    getCommentsInside() {
      return [];
    }
    commentsExistBetween() {
      return false;
    }
    isSpaceBetween() {
      return false;
    }
    isGlobalReference() {
      return false;
    }
    markVariableAsUsed() {
      return false;
    }
  };
});

const EMPTY_SCOPE = {
  type: 'global',
  isStrict: true,
  set: new Map<string, never>(),
  variables: [],
  references: [],
  through: [],
  childScopes: [],
  upper: null,
};

/** The language `openai-zdr/python` of ESLint 9.22 and later. */
export const pythonLanguage: object = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: 'type',
  // What rules for JavaScript read of them when a config without `files` turns them on.
  defaultLanguageOptions: { parserOptions: { ecmaFeatures: {} } },
  /** Whatever a config without `files` says about JavaScript means nothing here. */
  validateLanguageOptions(): void {},
  matchesSelectorClass: () => false,
  parse({ body }: LanguageFile) {
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    const parsed = parsePython(text);
    if (parsed.ok) return { ok: true, ast: parsed };
    const { message, line, column } = parsed;
    return { ok: false, errors: [{ message, line, column }] };
  },
  createSourceCode({ body }: LanguageFile, { ast }: { readonly ast: ParsedFile }) {
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    return new (sourceCodeClass())(text, ast);
  },
};

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
