'use strict';
const http = require('node:http');

/** Passes requests on to the instance unchanged, and answers; only where the gateway is, it says otherwise. */
function frontOf(instance, gateway) {
  return (request, response) => {
    const upstream = http.request(
      { host: instance.hostname, port: instance.port, method: request.method, path: request.url, headers: request.headers },
      answer => {
        if (!/\/gateway(\/bot)?\/?(\?|$)/.test(request.url)) {
          response.writeHead(answer.statusCode, answer.rawHeaders);
          answer.pipe(response);
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

async function whole(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

module.exports = { frontOf, whole };
