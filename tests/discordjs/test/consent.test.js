'use strict';
// A person with a browser that runs no scripts: logs in on the page, looks at what an application asks for, and agrees.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const { API, VERSIONED, world, person, must } = require('../support/platform');

const SITE = API.replace(/\/api$/, '');
const REDIRECT = 'https://app.example/back';
const PASSWORD = 'a long enough password';

/** Keeps cookies and sends the fields of a page's form, with what is entered. */
class Browser {
  #cookies = new Map();

  async open(path, form) {
    const response = await fetch(new URL(path, SITE), {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: [...this.#cookies].map(pair => pair.join('=')).join('; ') },
      body: form,
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      this.#cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, html: await response.text() };
  }

  submit(html, entered) {
    const form = /<form method="post" action="([^"]*)">(.*?)<\/form>/s.exec(html);
    const fields = new URLSearchParams();
    for (const [, name, value] of form[2].matchAll(/<input type="(?:hidden|checkbox)" name="([^"]*)" value="([^"]*)"/g)) {
      fields.append(name, unescaped(value));
    }
    Object.entries(entered).forEach(([name, value]) => fields.append(name, value));
    return this.open(unescaped(form[1]), fields);
  }
}

function unescaped(text) {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

describe('the consent page', () => {
  let here;
  let someone;
  const browser = new Browser();

  before(async () => {
    here = await world();
    someone = await person('browsing');
    await must(here.bot.authorization, 'PATCH', '/applications/@me', { redirect_uris: [REDIRECT] });
  });

  function query(fields) {
    return new URLSearchParams({ client_id: here.bot.id, ...fields });
  }

  test('logs a person in, asks them and sends them back with a code that says who they are', async () => {
    const { secret } = await must(here.owner.token, 'POST', `/applications/${here.bot.id}/reset`, {});
    const asked = query({ scope: 'openid identify', response_type: 'code', redirect_uri: REDIRECT, state: 's&"s', nonce: 'once' });
    const sent = await browser.open(`/api/oauth2/authorize?${asked}`);
    assert.equal(sent.status, 303);
    const login = await browser.open(sent.headers.get('location'));
    assert.equal(login.headers.get('content-type'), 'text/html;charset=UTF-8');
    assert.match(login.headers.get('content-security-policy'), /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(login.headers.get('x-frame-options'), 'DENY');
    assert.equal((await browser.submit(login.html, { login: someone.username, password: 'not it' })).status, 400);
    const back = await browser.submit(login.html, { login: someone.username, password: PASSWORD });
    assert.equal(back.status, 303);
    const consent = await browser.open(back.headers.get('location'));
    assert.match(consent.html, /You will be sent to https:\/\/app\.example/);
    const leaving = await browser.submit(consent.html, { decision: 'authorize' });
    const location = new URL(unescaped(/<a href="([^"]*)"/.exec(leaving.html)[1]));
    assert.equal(location.origin + location.pathname, REDIRECT);
    assert.equal(location.searchParams.get('state'), 's&"s');
    const tokens = await (await fetch(`${VERSIONED}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: here.bot.id, client_secret: secret, grant_type: 'authorization_code',
        code: location.searchParams.get('code'), redirect_uri: REDIRECT,
      }),
    })).json();
    await vouchedFor(tokens.id_token);
    const again = await browser.open(`/oauth2/authorize?${asked}&prompt=none`);
    assert.equal(new URL(again.headers.get('location')).origin, 'https://app.example');
  });

  /** As a library of OpenID Connect finds everything by the discovery document. */
  async function vouchedFor(token) {
    const about = await (await fetch(`${SITE}/.well-known/openid-configuration`)).json();
    const { keys: [jwk] } = await (await fetch(about.jwks_uri)).json();
    const [head, body, signature] = token.split('.');
    const key = crypto.createPublicKey({ key: jwk, format: 'jwk' });
    assert.ok(crypto.verify('sha256', `${head}.${body}`, key, Buffer.from(signature, 'base64url')));
    const claims = JSON.parse(Buffer.from(body, 'base64url'));
    assert.equal(claims.iss, about.issuer);
    assert.equal(claims.aud, here.bot.id);
    assert.equal(claims.sub, someone.id);
    assert.equal(claims.nonce, 'once');
    assert.equal(claims.preferred_username, someone.username);
  }

  test('adds a bot to a guild of the person with the permissions that are ticked', async () => {
    const guild = await must(someone.token, 'POST', '/guilds', { name: 'By the page' });
    const page = await browser.open(`/oauth2/authorize?${query({ scope: 'bot', permissions: '2048' })}`);
    assert.match(page.html, /By the page/);
    const wrong = await browser.submit(page.html, { decision: 'authorize', guild_id: here.guild.id });
    assert.match(wrong.html, /class="complaint"/);
    const done = await browser.submit(page.html, { decision: 'authorize', guild_id: guild.id });
    assert.equal(done.headers.get('location'), '/oauth2/authorized');
    assert.match((await browser.open('/oauth2/authorized')).html, /Authorized/);
    const roles = await must(someone.token, 'GET', `/guilds/${guild.id}/roles`);
    assert.equal(roles.find(role => role.managed).permissions, '2048');
    await must(someone.token, 'DELETE', `/guilds/${guild.id}`);
  });

  test('does nothing with a form that it did not show', async () => {
    const asked = query({ scope: 'identify', response_type: 'code', redirect_uri: REDIRECT });
    const forged = await browser.open(`/oauth2/authorize?${asked}`, new URLSearchParams({ decision: 'authorize' }));
    assert.equal(forged.status, 403);
    const elsewhere = query({ scope: 'identify', response_type: 'code', redirect_uri: `${REDIRECT}/x` });
    const refused = await browser.open(`/oauth2/authorize?${elsewhere}`);
    assert.equal(refused.status, 400);
    assert.equal(refused.headers.get('location'), null);
    assert.doesNotMatch(refused.html, /<form|http-equiv/);
  });
});
