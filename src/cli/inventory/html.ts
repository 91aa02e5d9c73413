/** The inventory as one page without network: sortable, filterable, readable without script and in print. */
import { grouped } from '../../util/grouped.js';
import {
  callOf,
  countsOf,
  countsText,
  endpointOf,
  hostOf,
  inventoryVerdicts,
  remarksOf,
  VERDICT_WORDS,
  type Inventory,
  type InventoryLine,
} from './model.js';

/** @param link of a place, where there is a template for it */
export function htmlOf(inventory: Inventory, link: (line: InventoryLine) => string): string {
  const { lines, control, asOf, files, notRead } = inventory;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Requests to OpenAI</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Requests to OpenAI</h1>
<p>${files} files read. Judged by the control <code>${control}</code>, OpenAI's policy as of ${text(asOf.policy)}, libraries as of ${text(asOf.libraries)}. ${lines.length === 0 ? 'No request found' : text(countsText(lines))}.</p>
${notRead.length > 0 ? `<ul>${notRead.map((sentence) => `<li>${text(sentence)}</li>`).join('')}</ul>` : ''}
${lines.length === 0 ? '' : chartOf(lines) + filtersOf(lines) + tableOf(lines, link)}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** One bar an endpoint, with a part for each verdict. */
function chartOf(lines: readonly InventoryLine[]): string {
  const byEndpoint = grouped(lines, endpointOf);
  const most = Math.max(...[...byEndpoint.values()].map(({ length }) => length));
  const bars = [...byEndpoint]
    .sort(([a, { length: m }], [b, { length: n }]) => n - m || (a < b ? -1 : 1))
    .map(([endpoint, of]) => {
      const parts = [...countsOf(of)]
        .map(
          ([verdict, count]) =>
            `<span class="part ${verdict}" style="width:${((100 * count) / most).toFixed(1)}%"></span>`,
        )
        .join('');
      return `<tr><th scope="row"><code>${text(endpoint)}</code></th><td><div class="bar" aria-hidden="true">${parts}</div></td><td>${text(countsText(of))}</td></tr>`;
    });
  return `<h2>Endpoints</h2>
<table class="chart"><caption>Places by endpoint and verdict</caption><tbody>
${bars.join('\n')}
</tbody></table>
`;
}

function filtersOf(lines: readonly InventoryLine[]): string {
  const present = inventoryVerdicts.filter((verdict) => lines.some((line) => line.verdict === verdict));
  const options = present.map((verdict) => `<option value="${verdict}">${VERDICT_WORDS[verdict]}</option>`);
  return `<h2>Places</h2>
<form class="filters" role="search">
<label>Verdict <select id="verdict"><option value="">all</option>${options.join('')}</select></label>
<label>Search <input id="search" type="search" placeholder="endpoint, file, model, …"></label>
<output id="shown" aria-live="polite">${lines.length} of ${lines.length} shown</output>
</form>
`;
}

const HEADS = ['Verdict', 'Endpoint', 'Place', 'Host', 'Model', 'store', 'Tools', 'What is kept'] as const;

function tableOf(lines: readonly InventoryLine[], link: (line: InventoryLine) => string): string {
  const heads = HEADS.map(
    (head) =>
      `<th scope="col" aria-sort="none"><button type="button">${head}<span aria-hidden="true"></span></button></th>`,
  );
  return `<div class="wide"><table id="places"><thead><tr>${heads.join('')}</tr></thead><tbody>
${lines.map((line) => rowOf(line, link(line))).join('\n')}
</tbody></table></div>
`;
}

function rowOf(line: InventoryLine, target: string): string {
  const place = `<code>${text(`${line.file}:${line.line}`)}</code>`;
  const cells = [
    `<span class="mark ${line.verdict}">${VERDICT_WORDS[line.verdict]}</span>`,
    `<code>${text(endpointOf(line))}</code><br>${text(callOf(line))}`,
    target === '' ? place : `<a href="${text(target)}">${place}</a>`,
    text(hostOf(line)),
    text(line.models.join(', ')),
    text(line.store.join(', ')),
    text(line.tools.join(', ')),
    remarksOf(line).map(text).join('<br>'),
  ];
  return `<tr data-verdict="${line.verdict}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(of: string): string {
  return of.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const STYLE = `
:root { color-scheme: light dark; --kept: #b3261e; --forced-off: #a04f00; --refused: #6b4fa0; --no-effect: #6b4fa0; --waived: #00658b; --unproven: #8a5a00; --none-found: #1b6e3c; --not-openai: #5f6368; --line: #8884; }
@media (prefers-color-scheme: dark) { :root { --kept: #ff8a80; --forced-off: #ffab70; --refused: #c3a6ff; --no-effect: #c3a6ff; --waived: #82cfff; --unproven: #ffca6b; --none-found: #7ddc9f; --not-openai: #b0b4ba; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 90rem; margin: 0 auto; padding: 1rem; }
code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); font-weight: normal; }
.chart th { width: 20rem; } .chart td:last-child { width: 18rem; }
.bar { display: flex; height: 1rem; } .part { background: var(--color); } .mark { font-weight: 600; white-space: nowrap; color: var(--color); }
${inventoryVerdicts.map((verdict) => `.${verdict} { --color: var(--${verdict}); }`).join(' ')}
.filters { display: flex; flex-wrap: wrap; gap: 1rem; align-items: baseline; padding: .5rem 0; }
.filters input, .filters select { font: inherit; padding: .2rem .4rem; }
.wide { overflow-x: auto; }
#places td:nth-child(3) { min-width: 14rem; } #places td:last-child { min-width: 20rem; }
thead button { font: inherit; font-weight: 600; background: none; border: 0; padding: 0; color: inherit; cursor: pointer; }
th[aria-sort=ascending] span::after { content: " ▲"; } th[aria-sort=descending] span::after { content: " ▼"; }
@media print { .filters { display: none; } main { max-width: none; padding: 0; } tr { break-inside: avoid; } body { font-size: 10pt; } }
@media (max-width: 40rem) { .chart th { width: auto; } .chart td:last-child { width: auto; } }
`;

const SCRIPT = `
const table = document.getElementById('places');
if (table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const verdict = document.getElementById('verdict');
  const search = document.getElementById('search');
  const shown = document.getElementById('shown');
  const filter = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const isShown = (verdict.value === '' || row.dataset.verdict === verdict.value) && words.every((word) => text.includes(word));
      row.hidden = !isShown;
      if (isShown) count++;
    }
    shown.textContent = count + ' of ' + rows.length + ' shown';
  };
  verdict.addEventListener('change', filter);
  search.addEventListener('input', filter);
  search.form.addEventListener('submit', (event) => event.preventDefault());
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, at) => head.querySelector('button').addEventListener('click', () => {
    const direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
    for (const other of heads) other.setAttribute('aria-sort', other === head ? direction : 'none');
    const sorted = [...rows].sort((a, b) => a.cells[at].textContent.localeCompare(b.cells[at].textContent, 'en', { numeric: true }));
    if (direction === 'descending') sorted.reverse();
    body.append(...sorted);
  }));
}
`;
