import { data, type Ways } from '../way.js';

const file = 'main.tsx';
const CONTAINER = 'It needs the container of its framework.';

/** What frameworks and containers hold for others. */
export const frameworks: Ways = [
  {
    name: 'useRef of React',
    file,
    code: `import { useRef } from 'react';\nexport function App() {\n  const held = useRef(VALUE);\n  USE(held.current);\n  return null;\n}`,
  },
  {
    name: 'useRef that is filled later',
    file,
    code: `import { useRef } from 'react';\nexport function App() {\n  const held = useRef<any>(null);\n  held.current ??= VALUE;\n  USE(held.current);\n  return null;\n}`,
  },
  {
    name: 'useState of React',
    file,
    kinds: ['client', ...data],
    code: `import { useState } from 'react';\nexport function App() {\n  const [item] = useState(VALUE);\n  USE(item);\n  return null;\n}`,
  },
  {
    name: 'useState that makes it',
    file,
    code: `import { useState } from 'react';\nexport function App() {\n  const [item] = useState(() => VALUE);\n  USE(item);\n  return null;\n}`,
  },
  {
    name: 'useMemo of React',
    file,
    code: `import { useMemo } from 'react';\nexport function App() {\n  const item = useMemo(() => VALUE, []);\n  USE(item);\n  return null;\n}`,
  },
  {
    name: 'useCallback of React',
    file,
    code: `import { useCallback } from 'react';\nexport function App() {\n  const item = VALUE;\n  const send = useCallback(() => USE(item), [item]);\n  send();\n  return null;\n}`,
  },
  {
    name: 'useEffect of React',
    file,
    code: `import { useEffect } from 'react';\nexport function App() {\n  const item = VALUE;\n  useEffect(() => {\n    USE(item);\n  }, [item]);\n  return null;\n}`,
  },
  {
    name: 'context of React',
    file,
    code: `import { createContext, useContext } from 'react';\nconst Held = createContext<any>(null);\nfunction Upload() {\n  const item = useContext(Held);\n  USE(item);\n  return null;\n}\nexport const App = () => (\n  <Held.Provider value={VALUE}>\n    <Upload />\n  </Held.Provider>\n);`,
  },
  {
    name: 'default of a context of React',
    file,
    code: `import { createContext, useContext } from 'react';\nconst Held = createContext(VALUE);\nexport function App() {\n  USE(useContext(Held));\n  return null;\n}`,
  },
  {
    name: 'context of React in an object',
    file,
    code: `import { createContext, useContext } from 'react';\nconst Held = createContext<{ item: any } | null>(null);\nfunction Upload() {\n  const { item } = useContext(Held)!;\n  USE(item);\n  return null;\n}\nexport const App = () => (\n  <Held.Provider value={{ item: VALUE }}>\n    <Upload />\n  </Held.Provider>\n);`,
  },
  {
    name: 'hook of its own',
    file,
    code: `import { useMemo } from 'react';\nfunction useItem() {\n  return useMemo(() => VALUE, []);\n}\nexport function App() {\n  const item = useItem();\n  USE(item);\n  return null;\n}`,
  },
  {
    name: 'cache of React',
    file,
    code: `import { cache } from 'react';\nconst get = cache(() => VALUE);\nexport function App() {\n  USE(get());\n  return null;\n}`,
  },
  {
    name: 'memo of React',
    file,
    code: `import { memo } from 'react';\nconst Upload = memo(({ item }: { item: any }) => {\n  USE(item);\n  return null;\n});\nexport const App = () => <Upload item={VALUE} />;`,
  },
  { name: 'ref of Vue', code: `import { ref } from 'vue';\nconst held = ref(VALUE);\nUSE(held.value);` },
  {
    name: 'ref of Vue that is filled later',
    code: `import { ref } from 'vue';\nconst held = ref<any>();\nheld.value = VALUE;\nUSE(held.value);`,
  },
  {
    name: 'shallowRef of Vue',
    code: `import { shallowRef } from 'vue';\nconst held = shallowRef(VALUE);\nUSE(held.value);`,
  },
  {
    name: 'reactive of Vue',
    code: `import { reactive } from 'vue';\nconst state = reactive({ item: VALUE });\nUSE(state.item);`,
  },
  {
    name: 'computed of Vue',
    code: `import { computed } from 'vue';\nconst held = computed(() => VALUE);\nUSE(held.value);`,
  },
  {
    name: 'provide and inject of Vue',
    code: `import { inject, provide } from 'vue';\nprovide('item', VALUE);\nconst item = inject<any>('item');\nUSE(item);`,
  },
  {
    name: 'provide and inject of Vue by a key',
    code: `import { inject, provide } from 'vue';\nconst KEY = Symbol('item');\nprovide(KEY, VALUE);\nconst item = inject<any>(KEY);\nUSE(item);`,
  },
  {
    name: 'composable of Vue',
    code: `import { shallowRef } from 'vue';\nfunction useItem() {\n  const item = shallowRef(VALUE);\n  return { item };\n}\nconst { item } = useItem();\nUSE(item.value);`,
  },
  {
    name: 'NestJS by type',
    code: `import { Injectable } from '@nestjs/common';\n@Injectable()\nexport class Holder {\n  readonly item = VALUE;\n}\n@Injectable()\nexport class Service {\n  constructor(private readonly holder: Holder) {}\n  use() {\n    return USE(this.holder.item);\n  }\n}`,
    run: `new main.Service(new main.Holder()).use()`,
  },
  {
    name: 'NestJS by a token with a factory',
    code: `import { Inject, Injectable, Module } from '@nestjs/common';\n@Injectable()\nexport class Service {\n  constructor(@Inject('ITEM') private readonly item: any) {}\n  use() {\n    return USE(this.item);\n  }\n}\n@Module({ providers: [{ provide: 'ITEM', useFactory: () => VALUE }, Service] })\nexport class AppModule {}`,
    notRun: CONTAINER,
  },
  {
    name: 'NestJS by a token with a value',
    code: `import { Inject, Injectable, Module } from '@nestjs/common';\nexport const ITEM = Symbol('ITEM');\n@Injectable()\nexport class Service {\n  constructor(@Inject(ITEM) private readonly item: any) {}\n  use() {\n    return USE(this.item);\n  }\n}\n@Module({ providers: [{ provide: ITEM, useValue: VALUE }, Service] })\nexport class AppModule {}`,
    notRun: CONTAINER,
  },
  {
    name: 'NestJS by a token in a property',
    code: `import { Inject, Injectable, Module } from '@nestjs/common';\n@Injectable()\nexport class Service {\n  @Inject('ITEM') private readonly item: any;\n  use() {\n    return USE(this.item);\n  }\n}\n@Module({ providers: [{ provide: 'ITEM', useValue: VALUE }, Service] })\nexport class AppModule {}`,
    notRun: CONTAINER,
  },
  {
    name: 'NestJS with a provider in another module',
    code: {
      'service.ts': `import { Inject, Injectable } from '@nestjs/common';\nimport { ITEM } from './item.js';\n@Injectable()\nexport class Service {\n  constructor(@Inject(ITEM) private readonly item: any) {}\n  use() {\n    return USE(this.item);\n  }\n}`,
      'item.ts': `import type { Provider } from '@nestjs/common';\nexport const ITEM = 'ITEM';\nexport const itemProvider: Provider = { provide: ITEM, useFactory: () => VALUE };`,
    },
    notRun: CONTAINER,
  },
  {
    name: 'inject of Angular by type',
    code: `import { inject, Injectable } from '@angular/core';\n@Injectable({ providedIn: 'root' })\nexport class Holder {\n  readonly item = VALUE;\n}\n@Injectable({ providedIn: 'root' })\nexport class Service {\n  private readonly holder = inject(Holder);\n  use() {\n    return USE(this.holder.item);\n  }\n}`,
    notRun: CONTAINER,
  },
  {
    name: 'inject of Angular by a token',
    code: `import { inject, Injectable, InjectionToken } from '@angular/core';\nexport const ITEM = new InjectionToken<any>('item', { providedIn: 'root', factory: () => VALUE });\n@Injectable({ providedIn: 'root' })\nexport class Service {\n  private readonly item = inject(ITEM);\n  use() {\n    return USE(this.item);\n  }\n}`,
    notRun: CONTAINER,
  },
  {
    name: 'signal of Angular',
    code: `import { signal } from '@angular/core';\nconst held = signal(VALUE);\nUSE(held());`,
  },
  {
    name: 'locals of Express',
    code: `import express from 'express';\nconst app = express();\napp.locals.item = VALUE;\napp.post('/', async (request, response) => {\n  await USE(request.app.locals.item);\n  response.end();\n});`,
  },
  {
    name: 'locals of Express by the app',
    code: `import express from 'express';\nconst app = express();\napp.locals.item = VALUE;\napp.post('/', async (_request, response) => {\n  await USE(app.locals.item);\n  response.end();\n});`,
  },
  {
    name: 'locals of a response of Express',
    code: `import express from 'express';\nconst app = express();\napp.use((_request, response, next) => {\n  response.locals.item = VALUE;\n  next();\n});\napp.post('/', async (_request, response) => {\n  await USE(response.locals.item);\n  response.end();\n});`,
  },
  {
    name: 'request of Express',
    code: `import express from 'express';\nconst app = express();\napp.use((request: any, _response, next) => {\n  request.item = VALUE;\n  next();\n});\napp.post('/', async (request: any, response) => {\n  await USE(request.item);\n  response.end();\n});`,
  },
  {
    name: 'settings of Express',
    code: `import express from 'express';\nconst app = express();\napp.set('item', VALUE);\napp.post('/', async (_request, response) => {\n  await USE(app.get('item'));\n  response.end();\n});`,
  },
  {
    name: 'variables of Hono',
    code: `import { Hono } from 'hono';\nconst app = new Hono<{ Variables: { item: any } }>();\napp.use(async (context, next) => {\n  context.set('item', VALUE);\n  await next();\n});\napp.post('/', async (context) => {\n  await USE(context.get('item'));\n  return context.text('done');\n});`,
  },
  {
    name: 'var of Hono',
    code: `import { Hono } from 'hono';\nconst app = new Hono<{ Variables: { item: any } }>();\napp.use(async (context, next) => {\n  context.set('item', VALUE);\n  await next();\n});\napp.post('/', async (context) => {\n  await USE(context.var.item);\n  return context.text('done');\n});`,
  },
  {
    name: 'decorate of Fastify',
    code: `import Fastify from 'fastify';\ndeclare module 'fastify' {\n  interface FastifyInstance {\n    item: any;\n  }\n}\nconst app = Fastify();\napp.decorate('item', VALUE);\napp.post('/', async () => {\n  await USE(app.item);\n  return {};\n});`,
  },
  {
    name: 'plugin of Fastify',
    code: `import Fastify from 'fastify';\nconst app = Fastify();\napp.decorate('item', VALUE);\napp.register(async (instance: any) => {\n  instance.post('/', async () => {\n    await USE(instance.item);\n    return {};\n  });\n});`,
  },
  {
    name: 'context of Koa',
    code: `import Koa from 'koa';\nconst app = new Koa();\napp.context.item = VALUE;\napp.use(async (context) => {\n  await USE(context.item);\n});`,
  },
  {
    name: 'context of tRPC',
    code: `import { initTRPC } from '@trpc/server';\nexport const createContext = async () => ({ item: VALUE });\nconst t = initTRPC.context<typeof createContext>().create();\nexport const router = t.router({\n  upload: t.procedure.mutation(async ({ ctx }) => {\n    await USE(ctx.item);\n  }),\n});`,
    notRun: CONTAINER,
  },
  {
    name: 'middleware of tRPC',
    code: `import { initTRPC } from '@trpc/server';\nconst t = initTRPC.create();\nconst procedure = t.procedure.use(({ next }) => next({ ctx: { item: VALUE } }));\nexport const router = t.router({\n  upload: procedure.mutation(async ({ ctx }) => {\n    await USE(ctx.item);\n  }),\n});`,
    notRun: CONTAINER,
  },
  {
    name: 'store of zustand',
    code: `import { create } from 'zustand';\nconst useStore = create<{ item: any }>(() => ({ item: VALUE }));\nexport const run = () => USE(useStore.getState().item);`,
  },
  {
    name: 'selector of zustand',
    file,
    code: `import { create } from 'zustand';\nconst useStore = create<{ item: any }>()(() => ({ item: VALUE }));\nexport function App() {\n  const item = useStore((state) => state.item);\n  USE(item);\n  return null;\n}`,
    notRun: CONTAINER,
  },
  {
    name: 'atom of jotai',
    file,
    code: `import { atom, useAtomValue } from 'jotai';\nconst itemAtom = atom(() => VALUE);\nexport function App() {\n  USE(useAtomValue(itemAtom));\n  return null;\n}`,
    notRun: CONTAINER,
  },
  {
    name: 'awilix by a value',
    code: `import { asValue, createContainer } from 'awilix';\nconst container = createContainer();\ncontainer.register({ item: asValue(VALUE) });\nUSE(container.resolve('item'));`,
    notRun: CONTAINER,
  },
  {
    name: 'awilix by a function',
    code: `import { asFunction, createContainer } from 'awilix';\nconst container = createContainer<{ item: any }>();\ncontainer.register({ item: asFunction(() => VALUE).singleton() });\nUSE(container.cradle.item);`,
    notRun: CONTAINER,
  },
  {
    name: 'awilix by the name of a parameter',
    code: `import { asClass, asFunction, createContainer } from 'awilix';\nclass Service {\n  private readonly item: any;\n  constructor({ item }: { item: any }) {\n    this.item = item;\n  }\n  use() {\n    return USE(this.item);\n  }\n}\nconst container = createContainer();\ncontainer.register({ item: asFunction(() => VALUE), service: asClass(Service) });\ncontainer.resolve<Service>('service').use();`,
    notRun: CONTAINER,
  },
  {
    name: 'inversify by a value',
    code: `import { Container } from 'inversify';\nconst ITEM = Symbol.for('item');\nconst container = new Container();\ncontainer.bind(ITEM).toConstantValue(VALUE);\nUSE(container.get<any>(ITEM));`,
    notRun: CONTAINER,
  },
  {
    name: 'inversify by a constructor',
    code: `import { Container, inject, injectable } from 'inversify';\nconst ITEM = Symbol.for('item');\n@injectable()\nexport class Service {\n  constructor(@inject(ITEM) private readonly item: any) {}\n  use() {\n    return USE(this.item);\n  }\n}\nexport const container = new Container();\ncontainer.bind(ITEM).toDynamicValue(() => VALUE).inSingletonScope();\ncontainer.bind(Service).toSelf();`,
    notRun: CONTAINER,
  },
  {
    name: 'tsyringe',
    code: `import { container, inject, injectable } from 'tsyringe';\ncontainer.register('item', { useValue: VALUE });\n@injectable()\nexport class Service {\n  constructor(@inject('item') private readonly item: any) {}\n  use() {\n    return USE(this.item);\n  }\n}`,
    notRun: CONTAINER,
  },
  {
    name: 'typedi',
    code: `import { Container } from 'typedi';\nContainer.set('item', VALUE);\nUSE(Container.get<any>('item'));`,
    notRun: CONTAINER,
  },
  {
    name: 'context of Svelte',
    code: `import { getContext, setContext } from 'svelte';\nsetContext('item', VALUE);\nexport const run = () => USE(getContext<any>('item'));`,
  },
  {
    name: 'loader of Remix',
    file,
    code: `import { useLoaderData } from '@remix-run/react';\nexport const loader = async () => ({ item: VALUE });\nexport default function Page() {\n  const { item } = useLoaderData<typeof loader>();\n  USE(item);\n  return null;\n}`,
    kinds: data,
    notRun: CONTAINER,
  },
  {
    name: 'memoize of lodash',
    code: `import { memoize } from 'lodash';\nconst get = memoize(() => VALUE);\nUSE(get());`,
  },
  {
    name: 'once of lodash',
    code: `import once from 'lodash/once';\nconst get = once(() => VALUE);\nUSE(get());`,
  },
  {
    name: 'merge of lodash',
    code: `import merge from 'lodash/merge';\nconst box: any = merge({}, { item: VALUE });\nUSE(box.item);`,
    kinds: data,
  },
  {
    name: 'retry of a package',
    code: `import pRetry from 'p-retry';\nconst item = VALUE;\nawait pRetry(() => USE(item), { retries: 3 });`,
  },
  {
    name: 'service of Effect',
    code: `import { Context, Effect, Layer } from 'effect';\nclass Held extends Context.Tag('Held')<Held, { item: any }>() {}\nexport const HeldLive = Layer.succeed(Held, { item: VALUE });\nexport const program = Effect.gen(function* () {\n  const { item } = yield* Held;\n  yield* Effect.promise(() => USE(item));\n});`,
    notRun: CONTAINER,
  },
];
