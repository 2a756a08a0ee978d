'use strict';
const net = require('node:net');

/** A TCP relay in front of one address, whose connections can be cut as a failing network cuts them. */
async function cutter(host, port) {
  const open = new Set();
  const server = net.createServer(client => {
    const upstream = net.connect(port, host);
    for (const [from, to] of [[client, upstream], [upstream, client]]) {
      open.add(from);
      from.on('error', () => {});
      from.on('close', () => { open.delete(from); to.destroy(); });
      from.pipe(to);
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    cut() {
      for (const socket of open) socket.resetAndDestroy();
    },
    close() {
      this.cut();
      server.close();
    },
  };
}

module.exports = { cutter };
