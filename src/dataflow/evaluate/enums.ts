import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../syntax/nodes.js';
import type { Evaluator } from '../model/evaluator.js';
import { unknown, type EnumValue, type AbstractValue } from '../model/abstract-value.js';

/** What a member of an enum may be. */
export function enumMember(
  { node, declarations, frame }: EnumValue,
  name: string,
  tracker: Evaluator,
): readonly AbstractValue[] {
  for (const declaration of declarations) {
    const index = declaration.body.members.findIndex((member) => memberName(member) === name);
    const member = declaration.body.members[index];
    if (member)
      return tracker.ask('enum', member, frame, () => memberValues(declaration, index, frame, tracker));
  }
  return [{ kind: 'constant', value: undefined, node }];
}

/** All members of an enum, for a key that is not known. */
export function enumMembers(value: EnumValue, tracker: Evaluator): readonly AbstractValue[] {
  return value.declarations.flatMap(({ body }) =>
    body.members.flatMap((member) => enumMember(value, memberName(member) ?? '', tracker)),
  );
}

function memberName({ id }: TSESTree.TSEnumMember): string | undefined {
  if (id.type === 'Identifier') return id.name;
  return id.type === 'Literal' ? String(id.value) : undefined;
}

/** A member that is computed is not known, and yet a number or a text. */
function memberValues(
  declaration: TSESTree.TSEnumDeclaration,
  index: number,
  frame: EnumValue['frame'],
  tracker: Evaluator,
): readonly AbstractValue[] {
  const member = declaration.body.members[index]!;
  if (member.initializer) {
    return tracker
      .values(member.initializer, frame)
      .map((value) => (value.kind === 'constant' || value.kind === 'text' ? value : computed(member)));
  }
  if (index === 0) return [{ kind: 'constant', value: 0, node: member }];
  const before = memberValues(declaration, index - 1, frame, tracker);
  return before.map((value): AbstractValue =>
    value.kind === 'constant' && typeof value.value === 'number'
      ? { kind: 'constant', value: value.value + 1, node: member }
      : computed(member),
  );
}

function computed(member: Node): AbstractValue {
  return { ...unknown('a member of an enum that is computed', member), is: 'primitive' };
}
