import type { Ways } from '../way.js';
import { arrays } from './arrays.js';
import { classes } from './classes.js';
import { collections } from './collections.js';
import { commonjs } from './commonjs.js';
import { expressions } from './expressions.js';
import { frameworks } from './frameworks.js';
import { functions } from './functions.js';
import { iterators } from './iterators.js';
import { jsx } from './jsx.js';
import { modules } from './modules.js';
import { objects } from './objects.js';
import { patterns } from './patterns.js';
import { promises } from './promises.js';
import { statements } from './statements.js';
import { texts } from './texts.js';
import { typescript } from './typescript.js';

/** All ways, by what they go through. */
export const groups: Readonly<Record<string, Ways>> = {
  expressions,
  statements,
  patterns,
  classes,
  typescript,
  jsx,
  functions,
  arrays,
  collections,
  objects,
  promises,
  iterators,
  texts,
  commonjs,
  modules,
  frameworks,
};
