/**
 * How much native stack a text will take to parse, guessed before it is parsed.
 *
 * The parser is native code that recurses on nesting and does not check its stack: `((((…` ends the process, which no
 * `catch` sees. So the text is scanned once, without recursion, and what nests absurdly deep is refused. The guess
 * errs a little to the high side and needs no exact lexing: real code stays far below the limit.
 */

/** Kilobytes of stack per level, measured with oxc-parser 0.159 and rounded up. */
const bracketCost = 2.8;
const angleCost = 2.1;
const prefixCost = 1.4;
const arrowCost = 1.1;
const operatorCost = 0.15;

/** The main thread has 8 MB on Linux and macOS, but 1 MB on Windows, part of which the callers have used. */
const limit = 700;

const chainWords = new Set(
  'if while for with do typeof void delete new await yield return throw keyof readonly unique infer extends async'.split(
    ' ',
  ),
);
const headWords = new Set(['if', 'while', 'for', 'with']);
/** Words that continue what stands before them, even on a new line. */
const infixWords = new Set(
  'else catch finally instanceof in of as satisfies extends implements is'.split(' '),
);

const isWordChar = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95 || c === 36 || c > 127;

interface Level {
  /** The character that opened it. */
  open: string;
  /** What it had cost before the current chain (statement, element of a list) began. */
  base: number;
  cost: number;
  /** How many `?` of the chain still wait for their `:`. */
  questions: number;
  /** The parentheses behind `if`, `while`, `for`, `with`: a statement follows, not the end of one. */
  head: boolean;
}

/** Whether `text`, in the language `lang`, nests so deep that the parser may overflow its stack. */
export function isNestedTooDeep(text: string, lang: 'jsx' | 'ts' | 'tsx' | 'dts'): boolean {
  const jsx = lang === 'jsx' || lang === 'tsx';
  const levels: Level[] = [{ open: '', base: 0, cost: 0, questions: 0, head: false }];
  let top = levels[0]!;
  /** The cost of all levels below the top one. */
  let below = 0;
  /** The last token ends an operand, so that a word on a new line begins a statement. */
  let afterOperand = false;
  let newLine = false;
  let lastWord = '';
  /** The chain that a `;` ended, in case an `else` continues it. */
  let ended = 0;

  const push = (open: string, cost: number, head = false): void => {
    below += top.cost;
    top = { open, base: cost, cost, questions: 0, head };
    levels.push(top);
  };
  /** Closes the nearest level that `open` opened, and what was left open in it. False: there is none. */
  const pop = (open: string): boolean => {
    let index = levels.length - 1;
    while (index > 0 && levels[index]!.open !== open) index--;
    if (index === 0) return false;
    while (levels.length > index) {
      levels.pop();
      below -= levels.at(-1)!.cost;
    }
    top = levels.at(-1)!;
    return true;
  };
  const endChain = (): void => {
    while (top.open === '<') pop('<');
    ended = top.cost;
    top.cost = top.base;
    top.questions = 0;
  };

  const end = text.length;
  let inTemplate = false;
  for (let i = 0; i < end; i++) {
    if (below + top.cost > limit) return true;
    const char = text[i]!;
    if (inTemplate) {
      if (char === '\\') i++;
      else if (char === '`') {
        pop('`');
        inTemplate = false;
        afterOperand = true;
      } else if (char === '$' && text[i + 1] === '{') {
        i++;
        push('${', bracketCost);
        inTemplate = false;
        afterOperand = false;
      }
      continue;
    }
    const code = text.charCodeAt(i);
    if (isWordChar(code)) {
      const start = i;
      while (i + 1 < end && isWordChar(text.charCodeAt(i + 1))) i++;
      const word = text.slice(start, i + 1);
      if (word === 'else') top.cost = Math.max(top.cost, ended);
      else if (word === 'case' || word === 'default' || (afterOperand && newLine && !infixWords.has(word)))
        endChain();
      ended = 0;
      newLine = false;
      if (chainWords.has(word)) {
        top.cost += prefixCost;
        afterOperand = false;
      } else afterOperand = word !== 'else';
      lastWord = word;
      continue;
    }
    switch (char) {
      case '\n':
        newLine = true;
        continue;
      case ' ':
      case '\t':
      case '\r':
        continue;
      case '"':
      case "'": {
        if (afterOperand && newLine && top.open === '{') endChain();
        // An apostrophe without a partner on its line is text of a JSX element.
        let close = i + 1;
        while (close < end && text[close] !== char && text[close] !== '\n')
          close += text[close] === '\\' ? 2 : 1;
        if (text[close] === char) i = close;
        afterOperand = true;
        break;
      }
      case '`':
        if (afterOperand) top.cost += operatorCost;
        push('`', 0);
        inTemplate = true;
        break;
      case '/': {
        const next = text[i + 1];
        if (next === '/') {
          const eol = text.indexOf('\n', i);
          i = eol < 0 ? end : eol - 1;
          continue;
        }
        if (next === '*') {
          const close = text.indexOf('*/', i + 2);
          i = close < 0 ? end : close + 1;
          continue;
        }
        if (next === '>' && pop('<')) {
          i++;
          afterOperand = true;
          break;
        }
        if (afterOperand) {
          top.cost += operatorCost;
          afterOperand = false;
        } else {
          i = endOfRegExp(text, i) ?? i;
          afterOperand = true;
        }
        break;
      }
      case '(':
      case '[':
      case '{':
        // Members of a type may be separated by line breaks alone: `[key]: readonly string[]` and on the next line another.
        if (char === '[' && afterOperand && newLine && top.open === '{') endChain();
        else if (afterOperand) top.cost += operatorCost;
        push(char, bracketCost, char === '(' && headWords.has(lastWord));
        afterOperand = false;
        break;
      case ')':
      case ']': {
        const head = top.head;
        pop(char === ')' ? '(' : '[');
        afterOperand = !head;
        break;
      }
      case '}':
        // An object in a template's `${…}` has closed already: the nearest of the two is the one that closes here.
        if (levels.findLast((level) => level.open === '{' || level.open === '${')?.open === '${') {
          pop('${');
          inTemplate = true;
        } else pop('{');
        afterOperand = true;
        break;
      case ';':
        endChain();
        afterOperand = false;
        lastWord = '';
        continue;
      case ',':
        if (top.open !== '<') endChain();
        afterOperand = false;
        break;
      case '<': {
        const next = text[i + 1];
        if (next === '/') {
          pop('<');
          // Over the name, and the bracket that ends the tag.
          const close = text.indexOf('>', i);
          if (close > 0) i = close;
          afterOperand = true;
        } else if (next === '<' || next === '=' || (lang === 'jsx' && afterOperand && top.open !== '<')) {
          // A comparison or a shift: JavaScript has no type arguments.
          i = endOfOperator(text, i);
          top.cost += operatorCost;
          afterOperand = false;
        } else {
          push('<', angleCost);
          afterOperand = false;
        }
        break;
      }
      case '>':
        // In JSX files the bracket may as well end a tag, whose element stays open.
        afterOperand = !jsx && top.open === '<' && pop('<');
        i = endOfOperator(text, i);
        top.cost += operatorCost;
        break;
      case '@':
        if (afterOperand && newLine) endChain();
        top.cost += operatorCost;
        afterOperand = false;
        break;
      case '=':
        // Attributes of an element do not nest.
        if (top.open !== '<') top.cost += text[i + 1] === '=' ? operatorCost : arrowCost;
        i = endOfOperator(text, i);
        afterOperand = false;
        break;
      case '?':
        if (text[i + 1] === ':' || text[i + 1] === '.' || text[i + 1] === '?') {
          // An optional parameter, chain or default.
          i++;
          top.cost += operatorCost;
        } else if (top.open !== '<') {
          top.cost += arrowCost;
          top.questions++;
        }
        afterOperand = false;
        break;
      case ':':
        if (top.questions > 0) top.questions--;
        else if (top.open !== '<') top.cost += prefixCost;
        afterOperand = false;
        break;
      case '!':
      case '~':
      case '+':
      case '-':
      case '*':
        top.cost += afterOperand && char !== '*' ? operatorCost : operatorCost * 3;
        if (char !== '!' || text[i + 1] === '=') afterOperand = false;
        if (char === '!') i = endOfOperator(text, i);
        break;
      case '.':
      case '&':
      case '|':
      case '%':
      case '^':
        top.cost += operatorCost;
        afterOperand = false;
        break;
    }
    lastWord = '';
    // Behind a closing brace a statement may follow on the same line.
    newLine = char === '}';
  }
  return false;
}

/** The last index of the operator that begins at `start` and goes on with `=`, or repeats `<`. */
function endOfOperator(text: string, start: number): number {
  let i = start;
  while (text[i + 1] === '=' || (text[start] === '<' && text[i + 1] === '<')) i++;
  return i;
}

/** Where the regular expression that begins at `start` has its closing slash; null if its line has none. */
function endOfRegExp(text: string, start: number): number | null {
  let inClass = false;
  for (let i = start + 1; i < text.length; i++) {
    const char = text[i];
    if (char === '\n') return null;
    if (char === '\\') i++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return i;
  }
  return null;
}
