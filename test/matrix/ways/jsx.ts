import type { Ways } from '../way.js';

const file = 'main.tsx';

/** One way for each kind of JSX. */
export const jsx: Ways = [
  {
    name: 'attribute',
    file,
    nodes: ['JSXElement', 'JSXOpeningElement', 'JSXIdentifier', 'JSXAttribute', 'JSXExpressionContainer'],
    code: `function Upload({ item }: { item: any }) {\n  USE(item);\n  return null;\n}\nexport const App = () => <Upload item={VALUE} />;`,
  },
  {
    name: 'attribute by props',
    file,
    code: `function Upload(props: { item: any }) {\n  USE(props.item);\n  return null;\n}\nexport const App = () => <Upload item={VALUE} />;`,
  },
  {
    name: 'handler',
    file,
    code: `function Upload({ item }: { item: any }) {\n  const send = () => USE(item);\n  send();\n  return <button onClick={send}>Send</button>;\n}\nexport const App = () => <Upload item={VALUE} />;`,
  },
  {
    name: 'spread attribute',
    file,
    nodes: ['JSXSpreadAttribute'],
    code: `function Upload({ item }: { item: any }) {\n  USE(item);\n  return null;\n}\nexport const App = () => {\n  const props = { item: VALUE };\n  return <Upload {...props} />;\n};`,
  },
  {
    name: 'component of an object',
    file,
    nodes: ['JSXMemberExpression'],
    code: `const ui = {\n  Upload({ item }: { item: any }) {\n    USE(item);\n    return null;\n  },\n};\nexport const App = () => <ui.Upload item={VALUE} />;`,
  },
  {
    name: 'child that is a function',
    file,
    nodes: ['JSXClosingElement'],
    code: `function Lend({ children }: { children: (item: any) => any }) {\n  return children(VALUE);\n}\nexport const App = () => <Lend>{(item) => (USE(item), null)}</Lend>;`,
  },
  {
    name: 'attribute that is a function',
    file,
    code: `function Lend({ render }: { render: (item: any) => any }) {\n  return render(VALUE);\n}\nexport const App = () => <Lend render={(item) => (USE(item), null)} />;`,
  },
  {
    name: 'fragment',
    file,
    nodes: ['JSXFragment', 'JSXOpeningFragment', 'JSXClosingFragment'],
    code: `function Upload({ item }: { item: any }) {\n  USE(item);\n  return null;\n}\nexport const App = () => (\n  <>\n    <Upload item={VALUE} />\n  </>\n);`,
  },
  {
    name: 'attribute through two components',
    file,
    code: `function Upload({ item }: { item: any }) {\n  USE(item);\n  return null;\n}\nconst Panel = (props: { item: any }) => <Upload {...props} />;\nexport const App = () => <Panel item={VALUE} />;`,
  },
];
