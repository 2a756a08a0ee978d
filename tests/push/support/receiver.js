/**
 * A push service of one's own, and the devices that it reaches: it looks at every request as RFC 8030 and RFC 8292 want it, and reads content as RFC 8291
 * says, with nothing of the project's own.
 */
import assert from "node:assert/strict";
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

const base64 = (bytes) => Buffer.from(bytes).toString("base64url");

/** A subscription, as a browser makes one. */
class Device {
  constructor(address) {
    this.address = address;
    this.ecdh = createECDH("prime256v1");
    this.ecdh.generateKeys();
    this.secret = randomBytes(16);
    /** What came, in order: {headers, shown} */
    this.got = [];
  }

  registration(more = {}) {
    const keys = { p256dh: base64(this.ecdh.getPublicKey()), auth: base64(this.secret) };
    return { provider: "webpush", token: this.address, keys, ...more };
  }

  read(body) {
    const salt = body.subarray(0, 16);
    assert.equal(body.readUInt32BE(16), 4096);
    const keyEnd = 21 + body[20];
    const sender = body.subarray(21, keyEnd);
    const shared = this.ecdh.computeSecret(sender);
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), this.ecdh.getPublicKey(), sender]);
    const input = Buffer.from(hkdfSync("sha256", shared, this.secret, info, 32));
    const key = Buffer.from(hkdfSync("sha256", input, salt, "Content-Encoding: aes128gcm\0", 16));
    const nonce = Buffer.from(hkdfSync("sha256", input, salt, "Content-Encoding: nonce\0", 12));
    const sealed = body.subarray(keyEnd);
    const cipher = createDecipheriv("aes-128-gcm", key, nonce);
    cipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
    const end = padded.lastIndexOf(2);
    assert.ok(padded.subarray(end + 1).every((byte) => byte === 0));
    return JSON.parse(padded.subarray(0, end).toString());
  }

  /** Waits until it was told of so many things that fit. */
  async told(fits = () => true, count = 1) {
    for (let tries = 0; tries < 600; tries++) {
      const found = this.got.filter((one) => fits(one.shown));
      if (found.length >= count) return found;
      await pause(100);
    }
    assert.fail(`told of ${JSON.stringify(this.got.map((one) => one.shown))} only`);
  }
}

export async function receiver(key) {
  const devices = new Map();
  let number = 0;
  /** Decides what a request is answered with: {status, headers, after}; what is not 2xx was not taken. */
  const service = { answer: () => ({ status: 201 }), inFlight: 0, mostInFlight: 0, requests: 0 };
  const server = createServer(async (request, response) => {
    service.requests++;
    service.mostInFlight = Math.max(service.mostInFlight, ++service.inFlight);
    const parts = [];
    for await (const part of request) parts.push(part);
    const device = devices.get(request.url);
    const { status, headers = {}, after = 0 } = service.answer(request, device);
    if (after) await pause(after);
    if (device && status < 300) {
      check(request, key, `http://127.0.0.1:${server.address().port}`);
      const body = Buffer.concat(parts);
      device.got.push({ headers: request.headers, shown: request.headers["content-encoding"] ? device.read(body) : JSON.parse(body) });
    }
    service.inFlight--;
    response.writeHead(device ? status : 404, headers).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  service.device = () => {
    const path = `/push/${++number}-${base64(randomBytes(9))}`;
    const device = new Device(`http://127.0.0.1:${server.address().port}${path}`);
    devices.set(path, device);
    return device;
  };
  service.close = () => server.close();
  return service;
}

/** The instance proves who it is: a token of its key, for this service, that ends within a day. */
function check(request, key, audience) {
  const { t, k } = /^vapid t=(?<t>[^,]+), k=(?<k>.+)$/.exec(request.headers.authorization).groups;
  assert.equal(k, key);
  const [head, claims, signature] = t.split(".");
  const point = Buffer.from(k, "base64url");
  const jwk = { kty: "EC", crv: "P-256", x: base64(point.subarray(1, 33)), y: base64(point.subarray(33)) };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  assert.ok(verify("sha256", Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url")));
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url"));
  assert.equal(aud, audience);
  assert.ok(exp * 1000 > Date.now() && exp * 1000 < Date.now() + 86_400_000);
  assert.match(sub, /^(mailto|https):/);
  assert.ok(Number(request.headers.ttl) > 0);
}
