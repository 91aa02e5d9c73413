/** How the Python text of a notebook is called while it is checked. */

/** The name that a processor gives the text; ESLint puts the notebook's path and a number before it. */
export const CELLS = 'cells.py';

const OF_NOTEBOOK = /^(.*\.ipynb)[\\/]\d+_cells\.py$/;

/** The notebook of a text of cells: `a/b.ipynb` of `a/b.ipynb/0_cells.py`; any other name as it is. */
export function notebookOf(filename: string): string {
  return OF_NOTEBOOK.exec(filename)?.[1] ?? filename;
}

/** Where the text of cells stands for its imports: beside the notebook. Any other name as it is. */
export function besideNotebook(filename: string): string {
  const notebook = notebookOf(filename);
  return notebook === filename ? filename : pythonFileOf(notebook);
}

/** The file that the cells of a notebook would be, beside it. */
export function pythonFileOf(notebook: string): string {
  return `${notebook}.py`;
}

export function isNotebook(filename: string): boolean {
  return filename.endsWith('.ipynb');
}
