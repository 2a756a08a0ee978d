'use strict';
// Names as the API spells them, for libraries that spell them otherwise.

const camel = name => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const snake = name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

/** The same with other names, all the way down; what is no plain object or list stays. */
function respelt(value, spelling) {
  if (Array.isArray(value)) return value.map(each => respelt(each, spelling));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [spelling(name), respelt(each, spelling)]));
}

const camelCase = value => respelt(value, camel);
const snakeCase = value => respelt(value, snake);

module.exports = { camelCase, snakeCase };
