/**
 * Makes programs without side effects that build options objects in every way we could think of, and hand them to
 * `inspect`. A program is drawn from a list of numbers; a smaller number or a shorter list is a simpler program, so that
 * fast-check can shrink a failing one.
 */
import fc from 'fast-check';

export interface Program {
  /** What is read, with types. */
  readonly typed: string;
  /** What is run: the same without types. */
  readonly plain: string;
  /** No branch, no loop, no closure: exactly one thing can happen. */
  readonly isStraight: boolean;
}

/** Keys of the objects; `n` holds an object, `l` a list of objects. */
export const paths: readonly (readonly string[])[] = [['a'], ['b'], ['n'], ['n', 'x'], ['n', 'y']];

/** The same through lists. */
export const deepPaths: readonly string[] = ['l[*].a', 'l[*].b', 'n.l[*].a'];

/** Programs with branches, loops and functions. */
export const anyProgram = (): fc.Arbitrary<Program> =>
  numbers().map((list) => new Writer(list, false).program());
/** Programs in which exactly one thing can happen. */
export const straightProgram = (): fc.Arbitrary<Program> =>
  numbers().map((list) => new Writer(list, true).program());
/** Programs that also change objects and lists under other names, and through functions of the language. */
export const roundaboutProgram = (): fc.Arbitrary<Program> =>
  numbers().map((list) => new Writer(list, false, true).program());

// Without its bias towards small numbers, which make small programs.
const numbers = () =>
  fc.noBias(fc.array(fc.nat({ max: 1000 }), { minLength: 40, maxLength: 160, size: 'max' }));

/** Marks text that only the typed form has. */
const TYPE_START = '\u0001';
const TYPE_END = '\u0002';

interface Fn {
  readonly call: string;
  readonly params: readonly ('object' | 'scalar')[];
}

/** Names that can be used at a place. */
interface Scope {
  objects: string[];
  /** Objects that can be assigned anew. */
  lets: string[];
  scalars: string[];
  scalarLets: string[];
  /** Lists of objects. */
  lists: string[];
  /** Give back an object. */
  builders: Fn[];
  /** Change the first argument. */
  changers: Fn[];
  /** Change what they close over. */
  closures: string[];
  /** In a function that expressions call: the objects that it may change, its own; `null` elsewhere. */
  readonly own: string[] | null;
  readonly inFunction: boolean;
  readonly inLoop: boolean;
}

class Writer {
  #at = 0;
  #names = 0;
  #sends = 0;
  /** Function declarations that stand below their use. */
  readonly #hoisted: string[] = [];

  constructor(
    readonly numbers: readonly number[],
    readonly isStraight: boolean,
    readonly isRoundabout = false,
  ) {}

  program(): Program {
    const isWrapped = this.#chance(4);
    const scope: Scope = {
      objects: [],
      lets: [],
      scalars: [],
      scalarLets: [],
      lists: [],
      builders: [],
      changers: [],
      closures: [],
      own: null,
      inFunction: isWrapped,
      inLoop: false,
    };
    const body = [`const KEY_A = 'a';`, `const NAMES = { b: 'b' }${this.#type(' as const')};`];
    const count = 2 + this.#pick(7);
    for (let i = 0; i < count; i++) body.push(this.#statement(scope, 0));
    body.push(this.#inspect(scope));
    const text = [...body, ...this.#hoisted].join('\n');
    const whole = isWrapped ? `function main() {\n${text}\n}\nmain();` : text;
    return {
      typed: whole.replaceAll(TYPE_START, '').replaceAll(TYPE_END, ''),
      // eslint-disable-next-line no-control-regex -- the marks are characters that no program holds
      plain: whole.replace(/\u0001[^\u0002]*\u0002/g, ''),
      isStraight: this.isStraight,
    };
  }

  // ----------------------------------------------------------------------------------------------- choices

  #next(): number {
    return this.numbers[this.#at++] ?? 0;
  }

  #pick(count: number): number {
    return this.#next() % count;
  }

  /** Once in so many times. */
  #chance(times: number): boolean {
    return this.#pick(times) === times - 1;
  }

  #one<T>(list: readonly T[]): T {
    return list[this.#pick(list.length)]!;
  }

  #name(prefix: string): string {
    return `${prefix}${this.#names++}`;
  }

  #type(text: string): string {
    return `${TYPE_START}${text}${TYPE_END}`;
  }

  #isSpent(): boolean {
    return this.#at >= this.numbers.length;
  }

  // ----------------------------------------------------------------------------------------------- statements

  #inspect(scope: Scope): string {
    const id = this.#sends++;
    const { objects } = scope;
    const value =
      objects.length > 0 && !this.#chance(4)
        ? objects.at(-1 - this.#pick(objects.length))!
        : this.#object(scope, 1);
    return `inspect(${id}, ${value});`;
  }

  #statement(scope: Scope, depth: number): string {
    if (scope.objects.length === 0) return this.#declaration(scope, depth);
    const straight = [
      () => this.#declaration(scope, depth),
      () => this.#write(scope, depth),
      () => this.#write(scope, depth),
      () => this.#taking(scope, depth),
      () => `${this.#target(scope)}.n = ${this.#nested(scope, depth)};`,
      () => `delete ${this.#target(scope)}${this.#key()};`,
      () => `Object.assign(${this.#target(scope)}, ${this.#object(scope, depth + 1)});`,
      () => this.#assignment(scope, depth),
      () => this.#builder(scope, depth),
      () => this.#changer(scope, depth),
      () => this.#holder(scope, depth),
      () => this.#scalarDeclaration(scope, depth),
      () => this.#listDeclaration(scope, depth),
      () => this.#listChange(scope, depth),
      () => this.#inspect(scope),
      () => this.#heldByItself(scope),
      () => this.#oddWrite(scope, depth),
    ];
    const branching = [
      () => this.#if(scope, depth),
      () => this.#if(scope, depth),
      () => this.#switch(scope, depth),
      () => this.#loop(scope, depth),
      () => this.#try(scope, depth),
      () => this.#closure(scope, depth),
      () => this.#call(scope, depth),
      () => this.#leave(scope, depth),
      () => this.#labelled(scope, depth),
      () => this.#filled(scope, depth),
      () =>
        `${this.#target(scope)}${this.#key()} ${this.#one(['??=', '||=', '&&='])} ${this.#scalar(scope, depth)};`,
      () => `if (${this.#condition()}) ${this.#write(scope, depth)}`,
      () => `${this.#condition()} && (${this.#target(scope)}${this.#key()} = ${this.#scalar(scope, depth)});`,
    ];
    // Inside an expression nothing outside may change.
    if (this.isRoundabout && !scope.own && this.#chance(3)) return this.#roundabout(scope, depth);
    const all = this.isStraight || depth > 2 || this.#isSpent() ? straight : [...straight, ...branching];
    return this.#one(all)();
  }

  /** A change that is not written onto the name of what is changed. */
  #roundabout(scope: Scope, depth: number): string {
    if (scope.lists.length > 0 && this.#chance(3)) return this.#roundaboutPut(scope, depth);
    const target = this.#target(scope);
    const f = this.#name('f');
    const v = this.#name('v');
    const k = this.#name('k');
    const key = this.#one(['a', 'b']);
    const value = () => this.#scalar(scope, depth + 1);
    const change = (object: string) => this.#changeOf(object, scope, depth);
    const computed = (text: string) => `const ${k} = String('${text}');`;
    return this.#one([
      // Constructors.
      () => `class ${f} { constructor(${v}) { ${change(v)} } } new ${f}(${target});`,
      () => `class ${f} { constructor({ ${v} }) { ${change(v)} } } new ${f}({ ${v}: ${target} });`,
      () => `class ${f} { constructor(...${v}) { ${change(`${v}[0]`)} } } new ${f}(${target});`,
      () => `function ${f}(${v}) { ${change(v)} } new ${f}(${target});`,
      () =>
        `class ${f} { constructor(${v}) { this.${v} = ${v}; } go() { ${change(`this.${v}`)} } } new ${f}(${target}).go();`,
      () => `class ${f} { ${v} = (${target}.${key} = ${value()}); } new ${f}();`,
      () => `Reflect.construct(class { constructor(${v}) { ${change(v)} } }, [${target}]);`,
      // Methods of functions.
      () => `const ${f} = (x, ${v}) => { ${change(v)} }; ${f}.bind(null, 1)(${target});`,
      () => `const ${f} = (${v}) => { ${change(v)} }; const ${k} = ${f}.bind(null, ${target}); ${k}();`,
      () => `const ${f} = (${v}) => { ${change(v)} }; ${f}.call(null, ${target});`,
      () => `const ${f} = (${v}) => { ${change(v)} }; ${f}.apply(null, [${target}]);`,
      () => `const ${f} = (${v}) => { ${change(v)} }; Reflect.apply(${f}, null, [${target}]);`,
      () => `function ${f}() { ${change('this')} } ${f}.call(${target});`,
      () => `function ${f}() { ${change('this')} } ${f}.bind(${target})();`,
      // Arguments as a list.
      () => `function ${f}() { ${change('arguments[0]')} } ${f}(${target});`,
      () => `function ${f}(...${v}) { ${change(`${v}[0]`)} } ${f}(${target});`,
      () => `function ${f}(...[${v}]) { ${change(v)} } ${f}(${target});`,
      () => `function ${f}(...${v}) { for (const x of ${v}) { ${change('x')} } } ${f}(1, ${target}.n ?? {});`,
      () => `const ${f} = (x, ${v}) => { ${change(v)} }; const ${k} = [1]; ${f}(...${k}, ${target});`,
      // Functions of the language.
      () =>
        `Object.defineProperty(${target}, '${key}', { value: ${value()}, enumerable: true, writable: true, configurable: true });`,
      () => `Reflect.set(${target}, '${key}', ${value()});`,
      () => `Reflect.deleteProperty(${target}, '${key}');`,
      () => `Object.assign(...[${target}, { ${key}: ${value()} }]);`,
      () => `const { assign: ${f} } = Object; ${f}(${target}, { ${key}: ${value()} });`,
      () => `Object.entries({ ${key}: ${value()} }).forEach(([${k}, ${v}]) => { ${target}[${k}] = ${v}; });`,
      () => `[${target}].forEach((${v}) => { ${change(v)} });`,
      () => `[${target}, 1].reduce((${v}) => { ${change(v)} return ${v}; });`,
      () => `for (const ${v} of Object.values({ x: ${target} })) { ${change(v)} }`,
      () => `const ${v} = new Map([['x', ${target}]]); ${change(`${v}.get('x')`)}`,
      () => `const ${v} = new Map(); ${v}.set('x', ${target}); ${v}.forEach((x) => { ${change('x')} });`,
      () => `const ${v} = new WeakRef(${target}); ${change(`${v}.deref()`)}`,
      // Accessors.
      () => `const ${v} = { set ${key}(x) { ${target}.${key} = x; } }; ${v}.${key} = ${value()};`,
      () => `const ${v} = { get ${v}() { return ${target}; } }; ${change(`${v}.${v}`)}`,
      () =>
        `class ${f} { #held; constructor(${v}) { this.#held = ${v}; } set ${key}(x) { this.#held.${key} = x; } } const ${k} = new ${f}(${target}); ${k}.${key} = ${value()};`,
      // Holders.
      () => `const ${v} = { held: ${target} }; const ${f} = (x) => { ${change('x.held')} }; ${f}(${v});`,
      () => `const ${v} = { held: ${target} }; const ${f} = ({ held }) => { ${change('held')} }; ${f}(${v});`,
      () => `const ${v} = [${target}]; const ${f} = ([x]) => { ${change('x')} }; ${f}(${v});`,
      () =>
        `const ${v} = { n: { held: ${target} } }; const ${f} = (x) => { const { n } = x; ${change('n.held')} }; ${f}(${v});`,
      () =>
        `const ${v} = { held: ${target} }; const ${f} = (x) => { ${k}(x); }; function ${k}(x) { ${change('x.held')} } ${f}({ ...${v} });`,
      () => `const ${v} = { held: ${target}, go() { ${change('this.held')} } }; ${v}.go();`,
      () =>
        `const ${v} = () => ${target}; const ${f} = (x) => { const y = x(); ${change('y')} }; ${f}(${v});`,
      () => `let ${v}; const ${f} = (x) => { ${v} = x; }; ${f}(${target}); ${change(v)}`,
      () =>
        `const ${v} = {}; const ${f} = (x) => { ${v}.held = x; }; ${f}(${target}); ${change(`${v}.held`)}`,
      () => `let ${v}; ${v} = ${target}; ${change(v)}`,
      () => `const ${v} = ${this.#condition()} ? ${target} : {}; ${change(v)}`,
      () => `function* ${f}() { yield ${target}; } for (const ${v} of ${f}()) { ${change(v)} }`,
      () => `const ${f} = (x, ${v}) => { ${change(v)} }; ${f}\`x\${${target}}\`;`,
      () => `const ${f} = (${v}) => (x) => { ${change(v)} }; ${f}(${target})(1);`,
      () => `const ${f} = (${v}) => ${v}; ${change(`${f}(${target})`)}`,
      () => `const ${f} = (x, y) => { y(x); }; ${f}(${target}, (${v}) => { ${change(v)} });`,
      // Keys that are computed.
      () => `${computed(key)} ${target}[${k}] = ${value()};`,
      () => `${computed('n')} if (${target}[${k}]) ${target}[${k}].x = ${value()};`,
      () => `${computed('n')} const ${v} = ${target}[${k}] ?? {}; ${v}.x = ${value()};`,
      () => `${computed('n')} const { [${k}]: ${v} = {} } = ${target}; ${v}.y = ${value()};`,
      () => `${computed('held')} const ${v} = { [${k}]: ${target} }; ${change(`${v}.held`)}`,
      () => `${computed('held')} const ${v} = {}; ${v}[${k}] = ${target}; ${change(`${v}.held`)}`,
      () => `for (const ${k} of Object.keys(${target})) ${target}[${k}] = ${value()};`,
    ])();
  }

  /** A change of what an expression is. */
  #changeOf(object: string, scope: Scope, depth: number): string {
    const value = this.#scalar(scope, depth + 2);
    const key = this.#one(['.a', '.b', `['a']`]);
    return this.#one([
      `${object}${key} = ${value};`,
      `${object}${key} = ${value};`,
      `delete ${object}${key};`,
      `Object.assign(${object}, { b: ${value} });`,
      `${object}.n = { x: ${value} };`,
    ]);
  }

  /** An element that gets into a list by another name, or not by `list.push(element)`. */
  #roundaboutPut(scope: Scope, depth: number): string {
    const list = this.#one(scope.lists);
    const f = this.#name('f');
    const v = this.#name('v');
    const element = this.#element(scope, depth + 1);
    return this.#one([
      `const ${v} = ${list}; ${v}.push(${element});`,
      `let ${v}; ${v} = ${list}; ${v}.push(${element});`,
      `const ${f} = (${v}) => { const x = ${v}; x.push(${element}); }; ${f}(${list});`,
      `const ${f} = (${v}) => { ${v}.push(${element}); }; const ${v} = (x) => ${f}(x); ${v}(${list});`,
      `const ${f} = (x, ${v}) => { ${v}.push(${element}); }; ${f}.bind(null, 1)(${list});`,
      `const ${f} = (${v}) => { ${v}.push(${element}); }; ${f}.call(null, ${list});`,
      `const ${f} = (${v}) => { ${v}.push(${element}); }; ${f}.apply(null, [${list}]);`,
      `const ${f} = (${v}) => { ${v}.push(${element}); }; ${f}(...[${list}]);`,
      `const ${f} = (...${v}) => { ${v}[0].push(${element}); }; ${f}(${list});`,
      `function ${f}() { arguments[0].push(${element}); } ${f}(${list});`,
      `function ${f}() { this.push(${element}); } ${f}.call(${list});`,
      `class ${f} { constructor(${v}) { ${v}.push(${element}); } } new ${f}(${list});`,
      `class ${f} { constructor(${v}) { this.${v} = ${v}; } go() { this.${v}.push(${element}); } } new ${f}(${list}).go();`,
      `const ${f} = ({ ${v} }) => { ${v}.push(${element}); }; ${f}({ ${v}: ${list} });`,
      `const ${v} = { held: ${list} }; const ${f} = (x) => { x.held.push(${element}); }; ${f}(${v});`,
      `const ${v} = { held: ${list} }; ${v}.held.push(${element});`,
      `const ${v} = [${list}]; ${v}[0].push(${element});`,
      `const ${v} = () => ${list}; ${v}().push(${element});`,
      `let ${v}; const ${f} = (x) => { ${v} = x; }; ${f}(${list}); ${v}.push(${element});`,
      `${list}['push'](${element});`,
      `${list}[String('push')](${element});`,
      `${list}[${list}.length] = ${element};`,
      `[${list}[0]] = [${element}];`,
      `for (${list}[0] of [${element}]);`,
      `${list}.push.apply(${list}, [${element}]);`,
      `Array.prototype.push.call(${list}, ${element});`,
      `const ${v} = ${list}.push.bind(${list}); ${v}(${element});`,
      `Reflect.set(${list}, 0, ${element});`,
      `Object.assign(${list}, [${element}]);`,
      `${list}.splice(0, 0, ${element});`,
      `[${element}].forEach((${v}) => ${list}.push(${v}));`,
      `${list}.forEach((${v}) => { ${v}.a = ${this.#scalar(scope, depth + 1)}; });`,
      `for (const ${v} of ${list}) ${v}.b = ${this.#scalar(scope, depth + 1)};`,
      `${list}.map((${v}) => { delete ${v}.a; });`,
      `if (${list}[0]) ${list}[0].a = ${this.#scalar(scope, depth + 1)};`,
    ]);
  }

  #block(scope: Scope, depth: number, changes: Partial<Scope> = {}): string {
    const inner = copied(scope, changes);
    const count = 1 + this.#pick(3);
    const lines = Array.from({ length: count }, () => this.#statement(inner, depth + 1));
    return `{ ${lines.join(' ')} }`;
  }

  #declaration(scope: Scope, depth: number): string {
    const name = this.#name('o');
    const isLet = this.#chance(3);
    const made = this.#object(scope, depth);
    const value = scope.own ? `{ ...${made} }` : made;
    scope.objects.push(name);
    scope.own?.push(name);
    if (isLet) scope.lets.push(name);
    return `${isLet ? 'let' : 'const'} ${name}${this.#chance(4) ? this.#type(': any') : ''} = ${value};`;
  }

  #scalarDeclaration(scope: Scope, depth: number): string {
    const name = this.#name('s');
    const isLet = this.#chance(2);
    const isEmpty = isLet && !this.isStraight && this.#chance(3);
    const value = this.#scalar(scope, depth);
    scope.scalars.push(name);
    if (isLet) scope.scalarLets.push(name);
    return isEmpty ? `let ${name};` : `${isLet ? 'let' : 'const'} ${name} = ${value};`;
  }

  #listDeclaration(scope: Scope, depth: number): string {
    const name = this.#name('l');
    const value = this.#list(scope, depth + 1);
    scope.lists.push(name);
    return `const ${name} = ${value};`;
  }

  #listChange(scope: Scope, depth: number): string {
    // Inside an expression nothing outside may change.
    if (scope.lists.length === 0 || scope.own) return this.#listDeclaration(scope, depth);
    const list = this.#one(scope.lists);
    const element = () => this.#element(scope, depth + 1);
    return this.#one([
      () => `${list}.push(${element()});`,
      () => `${list}.push(...${this.#list(scope, depth + 2)});`,
      () => `${list}.unshift(${element()});`,
      () => `${this.#target(scope)}.l = ${list};`,
      () => `${this.#target(scope)}.l = ${this.#list(scope, depth + 1)};`,
    ])();
  }

  #write(scope: Scope, depth: number): string {
    if (!scope.own && this.#chance(4))
      return `${this.#target(scope)}.n${this.#nestedKey()} = ${this.#scalar(scope, depth)};`;
    return `${this.#target(scope)}${this.#key()} = ${this.#scalar(scope, depth)};`;
  }

  /** An object that holds itself. */
  #heldByItself(scope: Scope): string {
    const target = this.#target(scope);
    if (!scope.own && target !== '({})') scope.objects.push(`${target}.n`);
    return `${target}.n = ${target};`;
  }

  /** Writes that are no plain assignment. */
  #oddWrite(scope: Scope, depth: number): string {
    const target = `${this.#target(scope)}${this.#key()}`;
    const value = this.#scalar(scope, depth);
    switch (this.#pick(5)) {
      case 0:
        return `[${target}] = [${value}];`;
      case 1:
        return `({ a: ${target} = ${value} } = ${this.#object(scope, depth + 1)});`;
      case 2:
        return `${target} += ${value};`;
      case 3:
        if (scope.scalarLets.length > 0) return `${this.#one(scope.scalarLets)} += ${value};`;
        return `${target}++;`;
      default:
        return `for (${target} of [1, ${value}]);`;
    }
  }

  /** `??=` and its relatives on variables. */
  #filled(scope: Scope, depth: number): string {
    const operator = this.#one(['??=', '||=', '&&=']);
    if (scope.lets.length > 0 && this.#chance(2)) {
      const value = operator === '&&=' ? this.#object(scope, depth) : this.#literal(scope, depth);
      return `${this.#one(scope.lets)} ${operator} ${value};`;
    }
    if (scope.scalarLets.length === 0) return this.#write(scope, depth);
    return `${this.#one(scope.scalarLets)} ${operator} ${this.#scalar(scope, depth)};`;
  }

  #labelled(scope: Scope, depth: number): string {
    const name = this.#name('l');
    const inner = copied(scope);
    const before = this.#statement(inner, depth + 1);
    return `${name}: { ${before} if (${this.#condition()}) break ${name}; ${this.#statement(inner, depth + 1)} }`;
  }

  #assignment(scope: Scope, depth: number): string {
    if (scope.scalarLets.length > 0 && this.#chance(2)) {
      return `${this.#one(scope.scalarLets)} = ${this.#scalar(scope, depth)};`;
    }
    if (scope.lets.length === 0) return this.#write(scope, depth);
    return `${this.#one(scope.lets)} = ${this.#object(scope, depth)};`;
  }

  /** Destructuring. */
  #taking(scope: Scope, depth: number): string {
    const source = this.#object(scope, depth + 1);
    const name = this.#name('s');
    const rest = this.#name('o');
    const form = this.#pick(6);
    if (form === 0 || form === 5) scope.objects.push(rest);
    if (form < 4) scope.scalars.push(name);
    switch (form) {
      case 0:
        return `const { a: ${name}, ...${rest} } = ${source};`;
      case 1:
        return `const { b: ${name} } = ${source};`;
      case 2:
        return `const { a: ${name} = ${this.#constant()} } = ${source};`;
      case 3:
        return `const { n: { x: ${name} } = { x: ${this.#constant()} } } = ${source};`;
      case 4: {
        const inner = this.#name('o');
        scope.objects.push(inner);
        return `const { n: ${inner} = {} } = ${source};`;
      }
      default:
        return `const { ['b']: ${name}, [KEY_A]: ${this.#name('s')}, ...${rest} } = ${source};`;
    }
  }

  /** Objects that are kept in lists, objects and classes. */
  #holder(scope: Scope, depth: number): string {
    const value = this.#object(scope, depth + 1);
    switch (this.#pick(6)) {
      case 0: {
        const name = this.#name('h');
        scope.objects.push(`${name}.held`);
        return `const ${name} = { held: ${value} };`;
      }
      case 1: {
        const name = this.#name('l');
        scope.objects.push(`${name}[0]`);
        return `const ${name} = [${value}];`;
      }
      case 2: {
        const name = this.#name('C');
        scope.objects.push(`${name}.held`);
        return `class ${name} { static held = ${value}; }`;
      }
      case 3: {
        const name = this.#name('C');
        const made = this.#name('i');
        scope.objects.push(`${made}.held`);
        return `class ${name} { held = ${value}; } const ${made} = new ${name}();`;
      }
      case 4: {
        const name = this.#name('C');
        const made = this.#name('i');
        scope.objects.push(`${made}.get()`, `${made}.held`);
        return `class ${name} { constructor(held) { this.held = held; } get() { return this.held; } } const ${made} = new ${name}(${value});`;
      }
      default: {
        const alias = this.#name('o');
        const name = this.#variable(scope);
        scope.objects.push(alias);
        return `const ${alias} = ${name};`;
      }
    }
  }

  /** A function that gives back an object. */
  #builder(scope: Scope, depth: number): string {
    const name = this.#name('f');
    const param = this.#name('o');
    const other = this.#name('s');
    const inner = this.#pure(scope, true);
    if (this.#chance(3)) inner.objects = [];
    const form = this.#pick(9);
    switch (form) {
      case 0: {
        inner.objects.push(param);
        inner.scalars.push(other);
        scope.builders.push({ call: name, params: ['object', 'scalar'] });
        const text = `(${param}, ${other}) => (${this.#object(inner, depth + 1)})`;
        return `const ${name} = ${text};`;
      }
      case 1:
      case 2: {
        inner.objects.push(param);
        inner.scalars.push(other);
        scope.builders.push({ call: name, params: ['object', 'scalar'] });
        const isDefault = form === 2;
        const first = isDefault ? `${param} = ${this.#literal(copied(scope, { objects: [] }), 2)}` : param;
        const body = [this.#statement(inner, depth + 1), this.#statement(inner, depth + 1)];
        const early =
          this.isStraight || this.#chance(2)
            ? ''
            : `if (${this.#condition()}) return ${this.#object(inner, depth + 1)};`;
        const end = this.#object(inner, depth + 1);
        const text = `function ${name}(${first}, ${other}${isDefault ? ` = ${this.#constant()}` : ''}) { ${body.join(' ')} ${early} return ${end}; }`;
        if (!this.#chance(3) || depth > 0) return text;
        this.#hoisted.push(text);
        return '';
      }
      case 3: {
        const rest = this.#name('o');
        inner.objects.push(rest);
        inner.scalars.push(other);
        scope.builders.push({ call: name, params: ['object'] });
        return `const ${name} = ({ a: ${other}, ...${rest} }) => (${this.#object(inner, depth + 1)});`;
      }
      case 4: {
        inner.scalars.push(other);
        scope.builders.push({ call: name, params: ['object'] });
        return `const ${name} = ({ b: ${other} = ${this.#constant()} } = {}) => (${this.#literal(inner, depth + 1)});`;
      }
      case 5: {
        inner.objects.push(`${param}[0]`);
        scope.builders.push({ call: name, params: ['object', 'object'] });
        return `const ${name} = (...${param}) => (${this.#object(inner, depth + 1)});`;
      }
      case 6: {
        inner.objects.push(param);
        scope.builders.push({ call: `${name}.make`, params: ['object'] });
        return `const ${name} = { make(${param}) { return ${this.#object(inner, depth + 1)}; } };`;
      }
      case 7: {
        inner.objects.push(param);
        scope.builders.push({ call: `${name}.make`, params: ['object'] });
        return `class ${name} { static base = ${this.#literal(scope, depth + 1)}; static make(${param}) { return { ...this.base, ...${this.#object(inner, depth + 1)} }; } }`;
      }
      default:
        inner.objects.push(param);
        scope.changers.push({ call: name, params: ['object', 'object'] });
        return `const ${name} = (target, ${param}) => { Object.assign(target, ${this.#object(inner, depth + 1)}); };`;
    }
  }

  /** A function that changes what it is handed. */
  #changer(scope: Scope, depth: number): string {
    const known = scope.changers;
    if (known.length > 0 && this.#chance(2)) {
      const { call, params } = this.#one(known);
      const rest = params.slice(1).map((param) => this.#argument(param, scope, depth));
      return `${call}(${[this.#target(scope), ...rest].join(', ')});`;
    }
    const name = this.#name('g');
    const param = this.#name('o');
    const value = this.#name('s');
    const inner = copied(scope, { inFunction: true, inLoop: false, own: null, objects: [param], lets: [] });
    inner.scalars.push(value);
    scope.changers.push({ call: name, params: ['object', 'scalar'] });
    const guard = this.isStraight || this.#chance(2) ? '' : `if (${this.#condition()}) return;`;
    const body = [this.#write(inner, depth + 1), guard, this.#statement(inner, depth + 1)];
    const text = `function ${name}(${param}, ${value}) { ${body.join(' ')} }`;
    if (!this.#chance(2) || depth > 0) return text;
    this.#hoisted.push(text);
    return '';
  }

  #closure(scope: Scope, depth: number): string {
    const body = this.#block(scope, depth, { inFunction: true, inLoop: false });
    switch (this.#pick(4)) {
      case 0: {
        const name = this.#name('c');
        scope.closures.push(name);
        return `const ${name} = () => ${body};`;
      }
      case 1: {
        const name = this.#name('c');
        scope.closures.push(name);
        if (this.#chance(2) || depth > 0) return `function ${name}() ${body}`;
        this.#hoisted.push(`function ${name}() ${body}`);
        return '';
      }
      case 2:
        return `[1].forEach(() => ${body});`;
      default:
        return `(() => ${body})();`;
    }
  }

  #call(scope: Scope, depth: number): string {
    if (scope.closures.length === 0) return this.#closure(scope, depth);
    return `${this.#one(scope.closures)}();`;
  }

  #if(scope: Scope, depth: number): string {
    const test = this.#condition();
    const then = this.#block(scope, depth);
    switch (this.#pick(3)) {
      case 0:
        return `if (${test}) ${then}`;
      case 1:
        return `if (${test}) ${then} else ${this.#block(scope, depth)}`;
      default:
        return `if (${test}) ${then} else if (${this.#condition()}) ${this.#block(scope, depth)}`;
    }
  }

  #switch(scope: Scope, depth: number): string {
    const cases = Array.from({ length: 1 + this.#pick(2) }, (_, i) => {
      const end = this.#one(['break; ', '', 'break; ']);
      return `case ${i}: ${this.#block(scope, depth)} ${end}`;
    });
    const last = this.#chance(2) ? `default: ${this.#block(scope, depth)}` : '';
    return `switch (flags.s) { ${cases.join('')}${last} }`;
  }

  #loop(scope: Scope, depth: number): string {
    const i = this.#name('i');
    const body = this.#block(scope, depth, { inLoop: true });
    switch (this.#pick(4)) {
      case 0:
        return `for (const ${i} of [1, 2]) ${body}`;
      case 1:
        return `for (let ${i} = 0; ${i} < flags.s; ${i}++) ${body}`;
      case 2:
        return `let ${i} = 0; while (${i}++ < 2) ${body}`;
      default:
        return `let ${i} = 0; do ${body} while (${i}++ < 1);`;
    }
  }

  #try(scope: Scope, depth: number): string {
    const inner = copied(scope);
    const before = this.#statement(inner, depth + 1);
    const after = this.#statement(inner, depth + 1);
    const risk = this.#one(['risky();', '', `if (${this.#condition()}) throw new Error();`]);
    const block = `{ ${before} ${risk} ${after} }`;
    switch (this.#pick(3)) {
      case 0:
        return `try ${block} catch ${this.#block(scope, depth)}`;
      case 1:
        return `try ${block} catch { }`;
      default:
        return `try ${block} catch ${this.#block(scope, depth)} finally ${this.#block(scope, depth)}`;
    }
  }

  #leave(scope: Scope, depth: number): string {
    if (scope.inLoop) return `if (${this.#condition()}) ${this.#one(['break;', 'continue;'])}`;
    if (!scope.inFunction) return this.#if(scope, depth);
    const before = this.#statement(copied(scope), depth + 1);
    return `if (${this.#condition()}) { ${before} return; }`;
  }

  // ----------------------------------------------------------------------------------------------- expressions

  #condition(): string {
    return this.#one([
      'flags.p',
      'flags.q',
      '!flags.p',
      'flags.p && flags.q',
      'flags.s === 1',
      'flags.p || flags.q',
    ]);
  }

  #variable(scope: Scope): string {
    return scope.objects.at(-1 - this.#pick(scope.objects.length)) ?? '({})';
  }

  /** An object to be changed. */
  #target(scope: Scope): string {
    if (!scope.own) return this.#variable(scope);
    return scope.own.at(-1 - this.#pick(scope.own.length)) ?? '({})';
  }

  /** Inside a function that is called in the middle of an expression: nothing outside may change there. */
  #pure(scope: Scope, inFunction: boolean): Scope {
    return copied(scope, {
      inFunction,
      inLoop: false,
      own: [],
      lets: [],
      scalarLets: [],
      closures: [],
      changers: [],
    });
  }

  #key(): string {
    return this.#one(['.a', '.b', `['a']`, '[KEY_A]', '[`b`]', '[NAMES.b]']);
  }

  #nestedKey(): string {
    return this.#one(['.x', '.y', `['x']`]);
  }

  #constant(): string {
    return this.#one(['true', 'false', '1', `'t'`, 'null', 'undefined']);
  }

  #scalar(scope: Scope, depth: number): string {
    const simple = [
      () => this.#constant(),
      () => this.#constant(),
      () => (scope.scalars.length > 0 ? this.#one(scope.scalars) : this.#constant()),
      () => (scope.objects.length > 0 ? `${this.#variable(scope)}${this.#key()}` : this.#constant()),
    ];
    const composed = [
      () =>
        `(${this.#scalar(scope, depth + 1)} ${this.#one(['??', '||', '&&'])} ${this.#scalar(scope, depth + 1)})`,
      () => `!${this.#scalar(scope, depth + 1)}`,
      () => `(() => ${this.#scalar(scope, depth + 1)})()`,
      () => `${this.#scalar(scope, depth + 1)}${this.#type(' as any')}`,
      () => `\`\${${this.#scalar(scope, depth + 1)}}-\${${this.#scalar(scope, depth + 1)}}\``,
      () => `(${this.#scalar(scope, depth + 1)} + ${this.#scalar(scope, depth + 1)})`,
    ];
    const branching = [
      () => `(${this.#condition()} ? ${this.#scalar(scope, depth + 1)} : ${this.#scalar(scope, depth + 1)})`,
      () => this.#one(['flags.p', 'flags.q']),
    ];
    if (depth > 2 || this.#isSpent()) return this.#one(simple)();
    return this.#one(this.isStraight ? [...simple, ...composed] : [...simple, ...composed, ...branching])();
  }

  #nested(scope: Scope, depth: number): string {
    const entries = ['x', 'y']
      .filter(() => !this.#chance(3))
      .map((key) => `${key}: ${this.#scalar(scope, depth + 2)}`);
    return `{ ${entries.join(', ')} }`;
  }

  #argument(kind: 'object' | 'scalar', scope: Scope, depth: number): string {
    return kind === 'object' ? this.#object(scope, depth + 1) : this.#scalar(scope, depth + 1);
  }

  #built(scope: Scope, depth: number): string {
    if (scope.builders.length === 0) return this.#literal(scope, depth);
    const { call, params } = this.#one(scope.builders);
    const args = params.map((param) => this.#argument(param, scope, depth));
    if (this.#chance(5)) return `${call}(...[${args.join(', ')}])`;
    if (this.#chance(6)) return `${call}(${args.slice(0, -1).join(', ')})`;
    return `${call}(${args.join(', ')})`;
  }

  /** An expression that is an object. */
  #object(scope: Scope, depth: number): string {
    if (depth > 3 || this.#isSpent()) return this.#literal(scope, depth);
    const inner = () => this.#object(scope, depth + 1);
    const known = () => (scope.objects.length > 0 ? this.#variable(scope) : this.#literal(scope, depth));
    const straight = [
      () => this.#literal(scope, depth),
      () => this.#literal(scope, depth),
      () => this.#literal(scope, depth),
      known,
      () => this.#built(scope, depth),
      () => this.#built(scope, depth),
      () => `Object.assign({}, ${inner()}, ${inner()})`,
      () => `Object.assign(${scope.own ? this.#literal(scope, depth) : inner()}, ${inner()})`,
      () => `structuredClone(${inner()})`,
      () => `Object.freeze({ ...${inner()} })`,
      () => `JSON.parse(JSON.stringify(${inner()}))`,
      () => `(0, ${inner()})`,
      () => `(${inner()}${this.#type(this.#one([' as any', ' satisfies object', ' as const as any']))})`,
      () =>
        `(() => { ${this.isStraight ? '' : this.#statement(this.#pure(scope, false), depth + 2)} return ${inner()}; })()`,
      () => `(${known()} ?? ${inner()})`,
      () => `(${known()} || ${inner()})`,
      () => `(${known()} && ${inner()})`,
    ];
    const branching = [
      () => `(${this.#condition()} ? ${inner()} : ${inner()})`,
      () => `((${this.#condition()} ? undefined : ${inner()}) ?? ${inner()})`,
    ];
    return this.#one(this.isStraight ? straight : [...straight, ...branching])();
  }

  /** An object in a list: a new one, because what an element becomes after it was put into a list is not followed. */
  #element(scope: Scope, depth: number): string {
    if (scope.objects.length > 0 && this.#chance(4)) return `{ ...${this.#variable(scope)} }`;
    const spread = scope.objects.length > 0 && this.#chance(4) ? [`...${this.#variable(scope)}`] : [];
    const entries = ['a', 'b']
      .filter(() => !this.#chance(3))
      .map((key) => `${key}: ${this.#scalar(scope, depth + 1)}`);
    return `{ ${[...spread, ...entries].join(', ')} }`;
  }

  /** An expression that is a list of objects. */
  #list(scope: Scope, depth: number): string {
    const element = () => this.#element(scope, depth + 1);
    const literal = () => `[${Array.from({ length: this.#pick(3) }, element).join(', ')}]`;
    if (depth > 3 || this.#isSpent()) return literal();
    const inner = () => this.#list(scope, depth + 1);
    const straight = [
      literal,
      literal,
      () => (scope.lists.length > 0 ? this.#one(scope.lists) : literal()),
      () => (scope.objects.length > 0 ? `(${this.#variable(scope)}.l ?? [])` : literal()),
      () => `[...${inner()}, ${element()}]`,
      () => `${inner()}.concat(${inner()})`,
      () => `${inner()}.slice()`,
      () => `${inner()}.filter(Boolean)`,
      () => `${inner()}.map((element) => ({ ...element, b: ${this.#constant()} }))`,
      () => `${inner()}.flatMap((element) => [element])`,
      () => `(() => ${inner()})()`,
      () => `Object.freeze([...${inner()}])`,
    ];
    const branching = [
      () => `(${this.#condition()} ? ${inner()} : ${inner()})`,
      () => `[...(${this.#condition()} ? ${inner()} : []), ${element()}]`,
      () => `[${this.#condition()} && ${element()}].filter(Boolean)`,
    ];
    return this.#one(this.isStraight ? straight : [...straight, ...branching])();
  }

  #literal(scope: Scope, depth: number): string {
    const count = this.#pick(4);
    const entries = Array.from({ length: count }, () => this.#entry(scope, depth));
    return `{ ${entries.join(', ')} }`;
  }

  #entry(scope: Scope, depth: number): string {
    const straight = [
      () => `a: ${this.#scalar(scope, depth + 1)}`,
      () => `b: ${this.#scalar(scope, depth + 1)}`,
      () => `n: ${this.#nested(scope, depth + 1)}`,
      () => `...${this.#object(scope, depth + 2)}`,
      () => `['a']: ${this.#scalar(scope, depth + 1)}`,
      () => `[KEY_A]: ${this.#scalar(scope, depth + 1)}`,
      () => `[NAMES.b]: ${this.#scalar(scope, depth + 1)}`,
      () => `'b': ${this.#scalar(scope, depth + 1)}`,
      () => (this.isStraight ? `b: 1` : `get a() { return ${this.#constant()}; }`),
      () => `n: ${this.#object(scope, depth + 2)}`,
      () => `n: { ...${this.#object(scope, depth + 2)}.n, x: ${this.#constant()} }`,
      () => `l: ${this.#list(scope, depth + 2)}`,
      () => `n: { l: ${this.#list(scope, depth + 2)} }`,
    ];
    const branching = [
      () => `...(${this.#condition()} && ${this.#literal(scope, depth + 1)})`,
      () =>
        `...(${this.#condition()} ? ${this.#literal(scope, depth + 1)} : ${this.#literal(scope, depth + 1)})`,
      () => `[${this.#condition()} ? 'a' : 'b']: ${this.#constant()}`,
    ];
    return this.#one(this.isStraight ? straight : [...straight, ...branching])();
  }
}

function copied(scope: Scope, changes: Partial<Scope> = {}): Scope {
  const { objects, lets, scalars, scalarLets, lists, builders, changers, closures, own, inFunction, inLoop } =
    scope;
  return {
    objects: [...objects],
    lets: [...lets],
    scalars: [...scalars],
    scalarLets: [...scalarLets],
    lists: [...lists],
    builders: [...builders],
    changers: [...changers],
    closures: [...closures],
    own: own && [...own],
    inFunction,
    inLoop,
    ...changes,
  };
}
