'use strict';
// A way to a port of this machine on which everything takes as long as one says.
const net = require('node:net');
const { once } = require('node:events');

/** Passes connections on to a port, with `delay` milliseconds each way; what was sent first arrives first. */
class Delay {
  static async before(port) {
    const delay = new Delay(port);
    delay.server.listen(0, '127.0.0.1');
    await once(delay.server, 'listening');
    return delay;
  }

  constructor(port) {
    this.delay = 0;
    this.sockets = new Set();
    this.server = net.createServer({ allowHalfOpen: true }, near => {
      const far = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
      this.carry(near, far);
      this.carry(far, near);
    });
  }

  get port() {
    return this.server.address().port;
  }

  carry(from, to) {
    this.sockets.add(from);
    let free = 0;
    const later = action => {
      free = Math.max(free, Date.now() + this.delay);
      setTimeout(action, free - Date.now());
    };
    from.on('data', data => later(() => to.write(data)));
    from.on('end', () => later(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => this.sockets.delete(from));
  }

  close() {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }
}

module.exports = { Delay };
