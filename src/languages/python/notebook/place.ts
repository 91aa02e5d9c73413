/** How the Python text of a notebook is called while it is checked. */

/** The name that a processor gives the text; ESLint puts the notebook's path and a number before it. */
export const CELLS = 'cells.py';

const OF_NOTEBOOK = /^(.*)[\\/]([^\\/]+\.ipynb)[\\/]\d+_cells\.py$/;

/** The notebook of a text of cells: `a/b.ipynb` of `a/b.ipynb/0_cells.py`; any other name as it is. */
export function notebookOf(filename: string): string {
  const found = OF_NOTEBOOK.exec(filename);
  return found ? filename.slice(0, found[1]!.length + 1 + found[2]!.length) : filename;
}

/** Where the text of cells stands for its imports: beside the notebook. Any other name as it is. */
export function besideNotebook(filename: string): string {
  const found = OF_NOTEBOOK.exec(filename);
  return found ? `${filename.slice(0, found[1]!.length + 1)}${found[2]!}.py` : filename;
}

export function isNotebook(filename: string): boolean {
  return filename.endsWith('.ipynb');
}
