'use strict';
// Files that come before their message, and files of applications, as the sweep has the other operations.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, person, join, must, expecting } = require('../support/platform');

describe('uploads: every operation', () => {
  let here;
  let expect;

  before(async () => {
    here = await world();
    expect = expecting(here.owner.token);
  });

  /** A slot for a text, with the text in it unless told otherwise. */
  async function slot(text, put = text) {
    const { attachments: [made] } = await expect(200, 'POST', `/channels/${here.guild.text}/attachments`, {
      files: [{ id: 7, filename: 'given.txt', file_size: text.length }],
    });
    assert.equal(String(made.id), '7');
    if (put) assert.equal((await fetch(made.upload_url, { method: 'PUT', body: put })).status, 200);
    return made;
  }

  const message = made => ({ content: '', attachments: [{ id: '0', filename: 'given.txt', uploaded_filename: made.upload_filename }] });

  test('of files that come before their message', async () => {
    const path = `/channels/${here.guild.text}/messages`;
    const sent = await expect(200, 'POST', path, message(await slot('given')));
    assert.equal(sent.attachments[0].filename, 'given.txt');
    assert.equal(sent.attachments[0].size, 5);
    assert.equal(await (await fetch(sent.attachments[0].url)).text(), 'given');
    const more = await slot('more');
    const edited = await expect(200, 'PATCH', `${path}/${sent.id}`, {
      attachments: [{ id: sent.attachments[0].id }, { id: '0', filename: 'given.txt', uploaded_filename: more.upload_filename }],
    });
    assert.equal(edited.attachments.length, 2);
    await expect(400, 'POST', path, message(await slot('empty', null)));
    await expect(400, 'POST', path, message(more), here.bot.authorization);
    assert.equal((await fetch((await slot('x')).upload_url, { method: 'PUT', body: 'too much' })).status, 413);
    assert.equal((await fetch(`${more.upload_url}x`, { method: 'PUT', body: 'x' })).status, 403);
    const doomed = await slot('doomed');
    await expect(403, 'DELETE', `/attachments/${doomed.upload_filename}`, undefined, here.bot.authorization);
    await expect(204, 'DELETE', `/attachments/${doomed.upload_filename}`);
    await expect(204, 'DELETE', `/attachments/${doomed.upload_filename}`);
    await expect(400, 'POST', path, message(doomed));
    await expect(403, 'DELETE', '/attachments/none');
    await expect(204, 'DELETE', `/attachments/${more.upload_filename}`);
    assert.equal(await (await fetch(edited.attachments[1].url)).text(), 'more');
    const slots = `/channels/${here.guild.text}/attachments`;
    const file = { filename: 'a.txt', file_size: 1 };
    await expect(400, 'POST', slots, { files: [] });
    await expect(413, 'POST', slots, { files: [{ ...file, file_size: 2 ** 31 - 1 }] });
    await expect(404, 'POST', '/channels/1/attachments', { files: [file] });
    const stranger = await person('stranger');
    await expect(403, 'POST', slots, { files: [file] }, stranger.token);
    const guest = await person('quiet');
    await join(here.owner, here.guild.text, guest);
    await must(here.owner.token, 'PUT', `/channels/${here.guild.text}/permissions/${guest.id}`, { type: 1, deny: String(1 << 15) });
    await expect(403, 'POST', slots, { files: [file] }, guest.token);
  });

  test('of files that applications show', async () => {
    const path = `/applications/${here.bot.id}/attachment`;
    const form = () => {
      const fields = new FormData();
      fields.append('file', new Blob(['shown']), 'shown.txt');
      return fields;
    };
    const { attachment } = await expect(200, 'POST', path, form(), here.bot.authorization);
    assert.equal(attachment.ephemeral, true);
    assert.equal(await (await fetch(attachment.url)).text(), 'shown');
    await expect(200, 'POST', path, form());
    await expect(400, 'POST', path, {}, here.bot.authorization);
    const stranger = await person('stranger');
    await expect(404, 'POST', path, form(), stranger.token);
  });
});
