'use strict';
// Several independent readers of the gateway's compressed streams. Each factory makes one reader for one connection: a
// function from a frame to the texts that are complete with it.

const zlib = require('node:zlib');
const pako = require('pako');
const fflate = require('fflate');
const fzstd = require('fzstd');

const FLUSH = Buffer.from([0x00, 0x00, 0xff, 0xff]);

/** Collects frames until one ends with a sync flush, then hands them over as one piece. */
function flushed(inflate) {
  let waiting = [];
  return (data, binary) => {
    if (!binary) throw new Error('a compressed stream sent a text frame');
    waiting.push(data);
    if (!data.subarray(-4).equals(FLUSH)) return [];
    const piece = Buffer.concat(waiting);
    waiting = [];
    return [inflate(piece)];
  };
}

function node() {
  const stream = zlib.createInflate();
  return flushed(piece => {
    // The documented synchronous way into one long stream: process the piece without ending it.
    const out = stream._processChunk(piece, zlib.constants.Z_SYNC_FLUSH);
    return Buffer.from(out).toString('utf8');
  });
}

function withPako() {
  const stream = new pako.Inflate({ chunkSize: 65536 });
  let chunks = [];
  stream.onData = chunk => chunks.push(Buffer.from(chunk));
  return flushed(piece => {
    chunks = [];
    if (!stream.push(piece, pako.constants.Z_SYNC_FLUSH)) throw new Error(`pako: ${stream.msg}`);
    return Buffer.concat(chunks).toString('utf8');
  });
}

function withFflate() {
  let chunks = [];
  const stream = new fflate.Unzlib(chunk => chunks.push(Buffer.from(chunk)));
  return flushed(piece => {
    chunks = [];
    stream.push(piece);
    return Buffer.concat(chunks).toString('utf8');
  });
}

/** zstd has no mark at the end of a message: a message is whole when the text is. */
function withFzstd() {
  let text = '';
  const decoder = new TextDecoder();
  const stream = new fzstd.Decompress(chunk => { text += decoder.decode(chunk, { stream: true }); });
  return data => {
    stream.push(new Uint8Array(data));
    const done = text;
    text = '';
    return done === '' ? [] : [done];
  };
}

const plain = () => (data, binary) => {
  if (binary) throw new Error('a plain stream sent a binary frame');
  return [data.toString('utf8')];
};

module.exports = {
  inflaters: { plain, 'zlib-stream': node, node, pako: withPako, fflate: withFflate, 'zstd-stream': withFzstd },
};
