'use strict';
const http = require('node:http');
const { finished } = require('node:stream/promises');
const zlib = require('node:zlib');

/**
 * Passes requests on to the instance unchanged, and answers; only where the gateway is, it says otherwise.
 *
 * @param record is told each answer: {method, path, status, type, length, body}, with the body of JSON only; what was asked: when it came,
 *     in ms, and its body, {began, sent}; and the headers of the answer
 */
function frontOf(instance, gateway, record) {
  return (request, response) => {
    const began = Date.now();
    const asked = bytes(request);
    // Who goes away in the middle of it gets no answer.
    asked.catch(() => {});
    const upstream = http.request(
      { host: instance.hostname, port: instance.port, method: request.method, path: request.url, headers: request.headers },
      answer => {
        if (!/\/gateway(\/bot)?\/?(\?|$)/.test(request.url)) {
          response.writeHead(answer.statusCode, answer.rawHeaders);
          answer.pipe(response);
          Promise.all([bytes(answer), asked]).then(([body, sent]) => {
            record(recorded(request, answer, plain(answer, body)), { began, sent }, answer.headers);
          }, () => {});
          return;
        }
        whole(answer).then(text => {
          const { 'content-length': length, ...headers } = answer.headers;
          const body = answer.statusCode === 200 ? JSON.stringify({ ...JSON.parse(text), url: gateway }) : text;
          response.writeHead(answer.statusCode, headers).end(body);
        }, () => response.destroy());
      },
    );
    upstream.on('error', () => response.destroy());
    request.pipe(upstream);
  };
}

function recorded(request, answer, body) {
  const type = answer.headers['content-type'] ?? '';
  return {
    method: request.method,
    path: request.url.replace(/\?.*$/, ''),
    status: answer.statusCode,
    type,
    length: Buffer.byteLength(body),
    body: type.startsWith('application/json') ? body : '',
  };
}

const DECODERS = { gzip: zlib.gunzipSync, deflate: zlib.inflateSync, br: zlib.brotliDecompressSync };

function plain(answer, body) {
  const decode = DECODERS[answer.headers['content-encoding']];
  return (decode && body.length > 0 ? decode(body) : body).toString();
}

async function bytes(stream) {
  const chunks = [];
  stream.on('data', chunk => chunks.push(chunk));
  await finished(stream);
  return Buffer.concat(chunks);
}

const whole = async stream => (await bytes(stream)).toString();

module.exports = { frontOf, whole };
