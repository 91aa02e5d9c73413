/**
 * The lines that only one of two texts has, marked `-` and `+`, in order. Moved lines do not show; for the
 * generated catalog, whose lines are unique, that is all one wants to see.
 */
export function lineDifference(before: string, after: string): string[] {
  const oldLines = before.split('\n');
  const newLines = after.split('\n');
  const inOld = new Set(oldLines);
  const inNew = new Set(newLines);
  const removed = oldLines.filter((line) => !inNew.has(line)).map((line) => `- ${line.trim()}`);
  const added = newLines.filter((line) => !inOld.has(line)).map((line) => `+ ${line.trim()}`);
  if (removed.length === 0 && added.length === 0 && before !== after) return ['the order of lines differs'];
  return [...removed, ...added];
}
