'use strict';
// Tables for people: columns as wide as what stands in them.

const isNumber = value => typeof value === 'number';

/**
 * @param columns `[title, value of a row]` each; numbers stand at the right
 * @returns lines, the titles first
 */
function table(rows, columns) {
  const cells = rows.map(row => columns.map(([, value]) => value(row)));
  const widths = columns.map(([title], place) => Math.max(title.length, ...cells.map(row => String(row[place]).length)));
  const line = row => row.map((cell, place) => (isNumber(cell) ? String(cell).padStart(widths[place]) : String(cell).padEnd(widths[place])))
    .join('  ').trimEnd();
  const right = columns.map((_, place) => cells.length > 0 && cells.every(row => isNumber(row[place])));
  const titles = columns.map(([title], place) => (right[place] ? title.padStart(widths[place]) : title.padEnd(widths[place])));
  return [titles.join('  ').trimEnd(), widths.map(width => '-'.repeat(width)).join('  '), ...cells.map(line)];
}

module.exports = { table };
