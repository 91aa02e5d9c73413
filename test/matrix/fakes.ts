import { createRequire } from 'node:module';

/** What reached OpenAI, another vendor, or a host. */
export interface Sent {
  /** Whose client or function was called: `openai files`, `host`. */
  readonly to: string;
  readonly value: unknown;
}

const nodeRequire = createRequire(import.meta.url);

/** Packages and globals for one program, which write down what they are handed. */
export function fakesOf(sent: Sent[]) {
  const holders = new Holders();
  const vendor = (name: string) => {
    const sender = (resource: string) => (value: unknown) => {
      sent.push({ to: `${name} ${resource}`, value });
      return Promise.resolve({});
    };
    return class Client {
      static readonly default = Client;
      readonly files = { create: sender('files') };
      readonly responses = { create: sender('responses') };
    };
  };
  const packages: Readonly<Record<string, unknown>> = {
    openai: vendor('openai'),
    'groq-sdk': vendor('groq'),
    ...holders.packages,
  };
  const fetch = (value: unknown) => {
    sent.push({ to: 'host', value: String(value) });
    return Promise.resolve({});
  };
  return {
    globals: { fetch, h, Fragment, file: 'a file', form: 'a form' },
    packages(specifier: string): unknown {
      if (specifier.startsWith('node:')) return nodeRequire(specifier);
      const found = packages[specifier];
      if (!found) throw new Error(`no package ${specifier}`);
      return found;
    },
    /** Starts what frameworks start themselves. */
    start: () => holders.start(),
  };
}

interface Context {
  value: unknown;
}

interface Element {
  readonly type: ((props: object) => unknown) | string | { readonly context: Context };
  readonly props: { readonly value?: unknown; readonly children?: unknown };
}

function h(type: Element['type'], props: object | null, ...children: unknown[]): Element {
  if (children.length === 0) return { type, props: { ...props } };
  return { type, props: { ...props, children: children.length > 1 ? children : children[0] } };
}

const Fragment = ({ children }: { children?: unknown }) => children;

/** Renders a component, or what one returned, and everything in it once. */
export function render(shown: unknown): void {
  if (typeof shown === 'function') return render(shown({}));
  if (Array.isArray(shown)) return shown.forEach(render);
  if (typeof shown !== 'object' || shown === null || !('type' in shown)) return;
  const { type, props } = shown as Element;
  if (typeof type === 'function') return render(type(props));
  if (typeof type === 'object') type.context.value = props.value;
  render(props.children);
}

type Handler = (...values: unknown[]) => unknown;
type Holder = Record<string, unknown>;

/** The frameworks whose holders only hand values on, and what their servers would answer with. */
class Holders {
  readonly #provided = new Map<unknown, unknown>();
  readonly #handlers: (() => unknown)[] = [];

  async start(): Promise<void> {
    for (const handler of this.#handlers) await handler();
  }

  get packages(): Readonly<Record<string, unknown>> {
    const store = {
      set: (key: unknown, value: unknown) => void this.#provided.set(key, value),
      get: (key: unknown) => this.#provided.get(key),
    };
    return {
      react,
      vue: { ...vue, provide: store.set, inject: store.get },
      svelte: { setContext: store.set, getContext: store.get },
      '@nestjs/common': { Injectable: decorator, Module: decorator, Inject: decorator },
      '@angular/core': { signal: (value: unknown) => () => value },
      express: () => this.#express(),
      hono: { Hono: this.#hono() },
      fastify: () => this.#fastify(),
      koa: this.#koa(),
      zustand: { create: (make: () => unknown) => ({ getState: make }) },
      lodash: { memoize: (make: unknown) => make },
      'lodash/once': (make: unknown) => make,
      'lodash/merge': Object.assign,
      'p-retry': (work: () => unknown) => work(),
    };
  }

  #express() {
    const settings = new Map<string, unknown>();
    const app: Holder = { locals: {} };
    const request = { app };
    const response = { locals: {}, end() {} };
    const add = (handler: Handler) => this.#handlers.push(() => handler(request, response, () => {}));
    return Object.assign(app, {
      use: add,
      post: (_: string, handler: Handler) => add(handler),
      set: (key: string, value: unknown) => settings.set(key, value),
      get: (key: string) => settings.get(key),
    });
  }

  #hono() {
    const handlers = this.#handlers;
    const held: Holder = {};
    const context = {
      var: held,
      set: (key: string, value: unknown) => (held[key] = value),
      get: (key: string) => held[key],
      text: (text: string) => text,
    };
    const add = (handler: Handler) => handlers.push(() => handler(context, async () => {}));
    return class {
      use = add;
      post = (_: string, handler: Handler) => add(handler);
    };
  }

  #fastify() {
    const app: Holder = {};
    return Object.assign(app, {
      decorate: (key: string, value: unknown) => (app[key] = value),
      register: (plugin: Handler) => this.#handlers.push(() => plugin(app)),
      post: (_: string, handler: Handler) => this.#handlers.push(() => handler({}, {})),
    });
  }

  #koa() {
    const handlers = this.#handlers;
    return class {
      context: Holder = {};
      use(handler: Handler) {
        handlers.push(() => handler(this.context, async () => {}));
      }
    };
  }
}

const decorator = () => () => {};

const react = {
  useRef: (current: unknown) => ({ current }),
  useState: (start: unknown) => [typeof start === 'function' ? start() : start, () => {}],
  useMemo: (make: () => unknown) => make(),
  useCallback: (call: unknown) => call,
  useEffect: (run: () => unknown) => void run(),
  createContext(value: unknown) {
    const context = { value };
    return Object.assign(context, { Provider: { context } });
  },
  useContext: (context: Context) => context.value,
  memo: (component: unknown) => component,
  cache: (call: unknown) => call,
};

const vue = {
  ref: (value: unknown) => ({ value }),
  shallowRef: (value: unknown) => ({ value }),
  reactive: (value: unknown) => value,
  computed: (make: () => unknown) => ({
    get value() {
      return make();
    },
  }),
};
