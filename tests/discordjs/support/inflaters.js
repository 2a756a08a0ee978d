'use strict';
// Several independent readers of the gateway's compressed streams. Each factory makes one reader for one connection: a
// function of a frame that hands every complete message to `emit` as bytes, in order.

const zlib = require('node:zlib');
const pako = require('pako');
const fflate = require('fflate');
const fzstd = require('fzstd');

const FLUSH = Buffer.from([0x00, 0x00, 0xff, 0xff]);

/** Collects frames until one ends with a sync flush, then inflates them as one piece. */
function flushed(inflate) {
  let waiting = [];
  return (data, binary) => {
    if (!binary) throw new Error('a compressed stream sent a text frame');
    waiting.push(data);
    if (!data.subarray(-4).equals(FLUSH)) return;
    const piece = Buffer.concat(waiting);
    waiting = [];
    inflate(piece);
  };
}

function node(emit) {
  const stream = zlib.createInflate();
  let chunks = [];
  stream.on('data', chunk => chunks.push(chunk));
  return flushed(piece => stream.write(piece, () => {
    emit(Buffer.concat(chunks));
    chunks = [];
  }));
}

function withPako(emit) {
  const stream = new pako.Inflate({ chunkSize: 65536 });
  let chunks = [];
  stream.onData = chunk => chunks.push(Buffer.from(chunk));
  return flushed(piece => {
    if (!stream.push(piece, pako.constants.Z_SYNC_FLUSH)) throw new Error(`pako: ${stream.msg}`);
    // pako hands out whole chunks only; what a flush left in the last one is taken from there.
    const { strm } = stream;
    chunks.push(Buffer.from(strm.output.slice(0, strm.next_out)));
    strm.next_out = 0;
    strm.avail_out = 65536;
    emit(Buffer.concat(chunks));
    chunks = [];
  });
}

function withFflate(emit) {
  let chunks = [];
  const stream = new fflate.Unzlib(chunk => chunks.push(Buffer.from(chunk)));
  return flushed(piece => {
    stream.push(piece);
    emit(Buffer.concat(chunks));
    chunks = [];
  });
}

/** zstd has no mark at the end of a message: each frame of the connection ends with a whole message. */
function withFzstd(emit) {
  let chunks = [];
  const stream = new fzstd.Decompress(chunk => chunks.push(Buffer.from(chunk)));
  return (data, binary) => {
    if (!binary) throw new Error('a compressed stream sent a text frame');
    stream.push(new Uint8Array(data));
    const message = Buffer.concat(chunks);
    chunks = [];
    if (message.length > 0) emit(message);
  };
}

const plain = emit => (data, binary) => {
  if (binary) throw new Error('a plain stream sent a binary frame');
  emit(data);
};

const binary = emit => (data, isBinary) => {
  if (!isBinary) throw new Error('a stream of terms sent a text frame');
  emit(data);
};

module.exports = {
  inflaters: { plain, binary, 'zlib-stream': node, node, pako: withPako, fflate: withFflate, 'zstd-stream': withFzstd },
};
