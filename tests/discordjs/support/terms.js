'use strict';
// Terms of Erlang's external format as the plain values that they stand for, read and written by a library for Erlang.
const { Erlang } = require('erlang_js');

/** The bytes of a term: objects are maps, text is binaries, null is the atom nil. */
function toTerm(value) {
  return now(done => Erlang.term_to_binary(term(value), done));
}

function fromTerm(bytes) {
  return plain(now(done => Erlang.binary_to_term(bytes, done)));
}

function now(call) {
  let outcome;
  call((error, result) => {
    outcome = { error, result };
  });
  if (outcome.error) throw outcome.error;
  return outcome.result;
}

function term(value) {
  if (value === null) return new Erlang.OtpErlangAtom('nil');
  if (typeof value === 'string') return new Erlang.OtpErlangBinary(Buffer.from(value));
  if (Array.isArray(value)) return new Erlang.OtpErlangList(value.map(term));
  if (typeof value !== 'object') return value;
  return new Erlang.OtpErlangMap(new Map(Object.entries(value).map(([key, entry]) => [term(key), term(entry)])));
}

function plain(value) {
  if (value instanceof Erlang.OtpErlangAtom) return value.value === 'nil' ? null : value.value;
  if (value instanceof Erlang.OtpErlangBinary) return value.value.toString('utf8');
  if (value instanceof Erlang.OtpErlangList) return value.value.map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Erlang.OtpErlangMap) {
    return Object.fromEntries([...value.value].map(([key, entry]) => [plain(key), plain(entry)]));
  }
  return value;
}

module.exports = { toTerm, fromTerm };
